"""A story, and pieces of pages that hold no article, made by dice: menus, teasers, sidebars, banners."""

import re

SENTENCES = [
    f"Warga kampung nomor {n} memperbaiki jembatan bambu yang hanyut diterjang banjir pekan lalu, "
    "dan camat ikut membantu."
    for n in range(1, 8)
]
STORY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)

WORDS = re.findall(
    r"\S+",
    """
    warga jembatan pasar sekolah kampung nelayan petani camat sungai perahu lumbung padi kopi guru murid bupati dinas
    pelabuhan bengkel tenun gamelan panen hujan jalan lampu sawah hutan rotan anyaman dermaga
    """,
)


def sentence(dice, length):
    return " ".join(dice.choice(WORDS) for _ in range(length)).capitalize()


def prose(dice):
    return f"{sentence(dice, dice.randint(9, 30))}. {sentence(dice, dice.randint(4, 12))}."


def link(dice, length=7):
    slug = f"{dice.choice(WORDS)}-{dice.choice(WORDS)}"
    return f"<a href='/berita/{dice.randint(1, 99999)}/{slug}'>{sentence(dice, length)}</a>"


def cards(dice, count):
    """Teasers of one design: a linked headline, with or without picture and day, and a text as long as a paragraph."""
    tag, heading = dice.choice(("div", "article", "li")), dice.choice(("h2", "h3", "h4"))
    picture = dice.choice(("", "<img src='/thumb/1.jpg' alt=''>"))
    day = dice.choice(("", "<time>4 Maret 2026</time>", "<span class='date'>4 Maret 2026 09:10 WIB</span>"))
    name = dice.choice((" class='item'", " class='post'", ""))
    told = dice.choice((0, 0.5, 1))
    made = []
    for _ in range(count):
        teaser = f"<p>{prose(dice)}</p>" if dice.random() < told else ""
        made.append(f"<{tag}{name}>{picture}<{heading}>{link(dice)}</{heading}>{day}{teaser}</{tag}>")
    return "".join(made)


def menu(dice):
    return f"<nav><ul>{''.join(f'<li>{link(dice, 1)}</li>' for _ in range(dice.randint(3, 12)))}</ul></nav>"


def banner(dice):
    return f"<div class='cookie-banner'><p>Situs ini memakai cookie. {prose(dice)}</p><button>Setuju</button></div>"


def script(dice):
    return f"<script>var x={{text:'<p>{sentence(dice, 40)}</p>'}};</script><style>.a{{color:red}}</style>"


def sidebar(dice):
    return f"<aside class='sidebar'><h3>Terpopuler</h3>{cards(dice, dice.randint(3, 8))}</aside>"


def footer(dice):
    return f"<footer><p>Tentang Kami | Redaksi | Kontak</p><p>{prose(dice)}</p></footer>"


def newsletter():
    return "<div class='newsletter'><p>Berlangganan buletin kami dan dapatkan kabar setiap pagi.</p><input></div>"
