// Builds an article's page from its JSON document, as single-page newspapers do.
(async function () {
  const app = document.getElementById("app");
  const answer = await fetch(app.dataset.artikel);
  if (!answer.ok) {
    app.textContent = "Artikel tidak ditemukan.";
    return;
  }
  const artikel = await answer.json();

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) made.setAttribute(key, value);
    for (const child of children) if (child !== null && child !== undefined) made.append(child);
    return made;
  }
  function meta(key, name, content) {
    if (content) document.head.append(element("meta", { [key]: name, content: content }));
  }
  function picture(gambar) {
    return element("figure", { class: "photo" },
      element("img", { src: gambar.url, alt: gambar.alt }),
      element("figcaption", { class: "photo__caption" }, gambar.keterangan + " ",
        element("span", { class: "photo__author" }, "(" + gambar.kredit + ")")));
  }
  function links(entries, key) {
    return element("ul", {}, ...entries.map((entry) =>
      element("li", {}, element("a", { href: entry.url }, entry[key]))));
  }
  const names = { paragraph: "p", subhead: "h2", quote: "blockquote" };

  function body() {
    const content = element("div", { class: "read__content" });
    if (artikel.ringkasan_berita)
      content.append(element("blockquote", { class: "summary-article" }, element("strong", {}, "Ringkasan Berita:"),
        element("ul", {}, ...artikel.ringkasan_berita.map((line) => element("li", {}, line)))));
    let list = null;
    artikel.isi.forEach(function (block, place) {
      if (block.jenis === "item") {
        if (!list) content.append((list = element("ul", {})));
        list.append(element("li", {}, block.teks));
        return;
      }
      list = null;
      const piece = element(names[block.jenis], {});
      if (place === 0 && artikel.pembuka) {
        const [city] = artikel.pembuka.split(" - ");
        piece.append(element("strong", {}, city), " - ");
      }
      piece.append(block.teks);
      content.append(piece);
      if (place === 1)
        content.append(element("p", { class: "baca-juga" }, element("strong", {}, artikel.baca_juga.label.replace(/:$/, "") + ": ",
          element("a", { href: artikel.baca_juga.url }, artikel.baca_juga.judul))));
      if (place === 3) content.append(element("div", { class: "ads-on-body" }, artikel.iklan));
    });
    if (artikel.gambar.length > 1) content.append(picture(artikel.gambar[1]));
    if (artikel.hak_cipta) content.append(element("p", { class: "text-muted" }, artikel.hak_cipta));
    if (artikel.kode) content.append(element("p", {}, artikel.kode));
    content.append(element("p", { class: "ajakan" }, artikel.ajakan));
    return content;
  }

  document.title = artikel.judul + " - " + artikel.merek;
  meta("name", "description", artikel.deskripsi);
  meta("property", "og:type", "article");
  meta("property", "og:title", artikel.judul);
  meta("property", "article:published_time", artikel.tayang);
  meta("property", "article:modified_time", artikel.diperbarui);
  meta("name", "author", artikel.penulis.join(", "));
  document.head.append(element("link", { rel: "canonical", href: artikel.url }));
  document.head.append(element("script", { type: "application/ld+json" }, JSON.stringify({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: artikel.judul,
    datePublished: artikel.tayang,
    dateModified: artikel.diperbarui || artikel.tayang,
    author: artikel.penulis.map((name) => ({ "@type": "Person", name: name })),
    editor: { "@type": "Person", name: artikel.editor },
    publisher: { "@type": "Organization", name: artikel.merek },
    image: artikel.gambar.map((gambar) => gambar.url),
  })));

  const menu = element("nav", {});
  artikel.menu.forEach((entry) => menu.append(element("a", { href: entry.url }, entry.nama), " "));
  const byline = element("div", { class: "read__info" });
  if (artikel.penulis.length) byline.append(element("span", { class: "read__author" }, "Penulis: " + artikel.penulis.join(", ")), " | ");
  byline.append(element("span", { class: "read__editor" }, "Editor: " + artikel.editor));
  const tags = element("ul", { class: "tag" });
  artikel.tag.forEach((tag) => tags.append(element("li", {}, element("a", { href: tag.url, rel: "tag" }, tag.nama))));

  app.append(
    element("header", {}, element("a", { href: "/", class: "merek" }, artikel.merek), menu),
    element("div", { class: "isi" },
      element("main", {},
        element("article", { class: "read" },
          element("h1", { class: "read__title" }, artikel.judul),
          artikel.ringkasan ? element("p", { class: "read__lead" }, artikel.ringkasan) : null,
          byline,
          element("time", { class: "read__date", datetime: artikel.tayang }, artikel.tanggal),
          picture(artikel.gambar[0]),
          body(),
          element("h3", {}, "Tag Terkait"), tags),
        element("section", { class: "berita-terkait" }, element("h3", {}, "Berita Terkait"), links(artikel.terkait, "judul")))),
    element("footer", {}, element("p", {}, "Copyright © " + artikel.merek))
  );
})();
