"""Towns, regencies and provinces that datelines name, Indonesia's first; and how a place name is built."""

from __future__ import annotations

from newscrawl.extract.text.folding import fold
from newscrawl.extract.text.wordlists import forms, words

_INDONESIA = """
    Aceh|Banda Aceh|Sabang|Langsa|Lhokseumawe|Subulussalam|Meulaboh|Bireuen|Bireun|Sigli|Pidie|Pidie Jaya|Takengon
    Gayo Lues|Singkil|Aceh Singkil|Aceh Besar|Aceh Barat|Aceh Barat Daya|Aceh Jaya|Aceh Selatan|Aceh Tamiang
    Aceh Tengah|Aceh Tenggara|Aceh Timur|Aceh Utara|Bener Meriah|Nagan Raya|Simeulue|Kutacane|Blangpidie|Tapaktuan
    Calang|Jantho|Blangkejeren|Redelong|Idi|Lhoksukon|Suka Makmue|Sinabang|Medan|Binjai|Pematangsiantar
    Pematang Siantar|Siantar|Simalungun|Tebing Tinggi|Tebingtinggi|Tanjungbalai|Tanjung Balai|Sibolga|Padangsidimpuan
    Padang Sidempuan|Gunungsitoli|Nias|Nias Selatan|Nias Barat|Nias Utara|Asahan|Kisaran|Batubara|Batu Bara|Dairi
    Deli Serdang|Deliserdang|Lubuk Pakam|Humbang Hasundutan|Karo|Kabanjahe|Berastagi|Labuhanbatu|Rantauprapat|Langkat
    Stabat|Mandailing Natal|Panyabungan|Padang Lawas|Pakpak Bharat|Samosir|Serdang Bedagai|Tapanuli Selatan
    Tapanuli Tengah|Tapanuli Utara|Tarutung|Toba|Balige|Parapat|Padang|Bukittinggi|Payakumbuh|Pariaman|Padang Panjang
    Padangpanjang|Sawahlunto|Solok|Agam|Dharmasraya|Lima Puluh Kota|Limapuluh Kota|Padang Pariaman|Pasaman
    Pasaman Barat|Pesisir Selatan|Painan|Sijunjung|Solok Selatan|Tanah Datar|Batusangkar|Kepulauan Mentawai|Mentawai
    Lubuk Basung|Simpang Empat|Pekanbaru|Dumai|Bengkalis|Indragiri Hilir|Indragiri Hulu|Kampar|Bangkinang
    Kepulauan Meranti|Kuantan Singingi|Pelalawan|Rokan Hilir|Rokan Hulu|Siak|Tembilahan|Rengat|Selatpanjang|Batam
    Tanjungpinang|Tanjung Pinang|Bintan|Karimun|Lingga|Natuna|Anambas|Jambi|Sungai Penuh|Kerinci|Batanghari|Bungo
    Muara Bungo|Merangin|Bangko|Muaro Jambi|Sarolangun|Tanjung Jabung Barat|Tanjung Jabung Timur|Tebo|Palembang
    Lubuklinggau|Lubuk Linggau|Pagar Alam|Pagaralam|Prabumulih|Banyuasin|Empat Lawang|Lahat|Muara Enim|Musi Banyuasin
    Sekayu|Musi Rawas|Ogan Ilir|Ogan Komering Ilir|Ogan Komering Ulu|Baturaja|Kayuagung|Penukal Abab Lematang Ilir
    Bengkulu|Rejang Lebong|Curup|Kaur|Kepahiang|Lebong|Mukomuko|Seluma|Bandar Lampung|Bandarlampung|Lampung|Metro
    Lampung Barat|Lampung Selatan|Lampung Tengah|Lampung Timur|Lampung Utara|Mesuji|Pesawaran|Pesisir Barat|Pringsewu
    Tanggamus|Tulang Bawang|Tulang Bawang Barat|Way Kanan|Kotabumi|Kalianda|Liwa|Pangkalpinang|Pangkal Pinang|Bangka
    Belitung|Bangka Barat|Bangka Selatan|Bangka Tengah|Belitung Timur|Sungailiat|Mentok|Tanjungpandan|Jakarta
    Jakarta Pusat|Jakarta Selatan|Jakarta Barat|Jakarta Timur|Jakarta Utara|Kepulauan Seribu|Jabodetabek|Tanjung Priok
    Senayan|Bogor|Kabupaten Bogor|Kota Bogor|Cibinong|Depok|Bekasi|Cikarang|Cikampek|Tangerang|Tangerang Selatan|Tangsel
    Kabupaten Tangerang|Serpong|Ciputat|Serang|Cilegon|Lebak|Rangkasbitung|Pandeglang|Banten|Bandung|Bandung Barat
    Kabupaten Bandung|Kota Bandung|Cimahi|Soreang|Padalarang|Lembang|Banjar|Cirebon|Sukabumi|Tasikmalaya|Ciamis
    Cianjur|Garut|Indramayu|Karawang|Kuningan|Majalengka|Pangandaran|Purwakarta|Subang|Sumedang|Pelabuhan Ratu
    Palabuhanratu|Jatinangor|Cipanas|Puncak|Semarang|Kota Semarang|Kabupaten Semarang|Ungaran|Ambarawa|Magelang
    Pekalongan|Salatiga|Solo|Surakarta|Tegal|Slawi|Banjarnegara|Banyumas|Purwokerto|Batang|Blora|Cepu|Boyolali|Brebes
    Cilacap|Demak|Grobogan|Purwodadi|Jepara|Karanganyar|Kebumen|Kendal|Klaten|Kudus|Pati|Pemalang|Purbalingga
    Purworejo|Rembang|Sragen|Sukoharjo|Kartasura|Temanggung|Wonogiri|Wonosobo|Dieng|Borobudur|Yogyakarta|Jogja
    Jogjakarta|Yogya|Bantul|Gunungkidul|Gunung Kidul|Wonosari|Kulon Progo|Kulonprogo|Wates|Sleman|Surabaya|Batu
    Kota Batu|Blitar|Kediri|Madiun|Malang|Kabupaten Malang|Kota Malang|Mojokerto|Pasuruan|Probolinggo|Bangkalan
    Banyuwangi|Bojonegoro|Bondowoso|Gresik|Jember|Jombang|Lamongan|Lumajang|Magetan|Nganjuk|Ngawi|Pacitan|Pamekasan
    Ponorogo|Sampang|Sidoarjo|Situbondo|Sumenep|Trenggalek|Tuban|Tulungagung|Madura|Pare|Denpasar|Badung|Bangli
    Buleleng|Singaraja|Gianyar|Ubud|Jembrana|Negara|Karangasem|Amlapura|Klungkung|Semarapura|Tabanan|Kuta|Nusa Dua
    Nusadua|Sanur|Mangupura|Canggu|Nusa Penida|Jimbaran|Bali|Mataram|Bima|Kota Bima|Dompu|Lombok|Lombok Barat
    Lombok Tengah|Lombok Timur|Lombok Utara|Praya|Selong|Sumbawa|Sumbawa Besar|Sumbawa Barat|Mandalika|Gili Trawangan
    Taliwang|Kupang|Alor|Kalabahi|Belu|Atambua|Ende|Flores|Flores Timur|Larantuka|Lembata|Malaka|Manggarai|Ruteng
    Manggarai Barat|Manggarai Timur|Labuan Bajo|Labuhan Bajo|Nagekeo|Mbay|Ngada|Bajawa|Rote Ndao|Rote|Sabu Raijua
    Sikka|Maumere|Sumba|Sumba Barat|Sumba Barat Daya|Sumba Tengah|Sumba Timur|Waingapu|Waikabubak|Tambolaka
    Timor Tengah Selatan|Soe|Timor Tengah Utara|Kefamenanu|Pontianak|Singkawang|Bengkayang|Kapuas Hulu|Putussibau
    Kayong Utara|Ketapang|Kubu Raya|Landak|Ngabang|Melawi|Mempawah|Sambas|Sanggau|Sekadau|Sintang|Entikong
    Palangka Raya|Palangkaraya|Barito Selatan|Barito Timur|Barito Utara|Muara Teweh|Gunung Mas|Kapuas|Katingan
    Kotawaringin Barat|Pangkalan Bun|Kotawaringin Timur|Sampit|Lamandau|Murung Raya|Pulang Pisau|Seruyan|Sukamara
    Kuala Kapuas|Kasongan|Banjarmasin|Banjarbaru|Balangan|Martapura|Barito Kuala|Marabahan|Hulu Sungai Selatan
    Kandangan|Hulu Sungai Tengah|Barabai|Amuntai|Hulu Sungai Utara|Kotabaru|Tabalong|Tanah Bumbu|Tanah Laut|Pelaihari
    Tapin|Rantau|Samarinda|Balikpapan|Bontang|Berau|Tanjung Redeb|Kutai Barat|Kutai Kartanegara|Kukar|Tenggarong
    Kutai Timur|Sangatta|Mahakam Ulu|Paser|Penajam|Penajam Paser Utara|Sepaku|IKN|Nusantara|Tarakan|Bulungan
    Tanjung Selor|Malinau|Nunukan|Tana Tidung|Makassar|Palopo|Parepare|Pare-Pare|Bantaeng|Barru|Bone|Watampone
    Bulukumba|Enrekang|Gowa|Sungguminasa|Jeneponto|Kepulauan Selayar|Selayar|Luwu|Luwu Timur|Luwu Utara|Maros|Pangkep
    Pinrang|Sidrap|Sinjai|Soppeng|Takalar|Tana Toraja|Toraja|Toraja Utara|Rantepao|Makale|Wajo|Sengkang|Mamuju|Majene
    Mamasa|Pasangkayu|Polewali Mandar|Polman|Kendari|Baubau|Bau-Bau|Bombana|Buton|Buton Selatan|Buton Tengah
    Buton Utara|Kolaka|Kolaka Timur|Kolaka Utara|Konawe|Konawe Selatan|Konawe Utara|Muna|Wakatobi|Morowali|Palu
    Banggai|Luwuk|Buol|Donggala|Parigi Moutong|Poso|Sigi|Tojo Una-Una|Tolitoli|Toli-Toli|Ampana|Gorontalo|Boalemo
    Bone Bolango|Pohuwato|Manado|Bitung|Kotamobagu|Tomohon|Bolaang Mongondow|Kepulauan Sangihe|Sangihe|Talaud|Minahasa
    Minahasa Selatan|Minahasa Utara|Sitaro|Tondano|Ambon|Tual|Buru|Namlea|Kepulauan Aru|Dobo|Maluku Tengah|Masohi
    Maluku Tenggara|Langgur|Seram|Saumlaki|Ternate|Tidore|Tidore Kepulauan|Sofifi|Halmahera Barat|Halmahera Selatan
    Halmahera Tengah|Halmahera Timur|Halmahera Utara|Tobelo|Sanana|Morotai|Pulau Morotai|Taliabu|Weda|Jayapura
    Kabupaten Jayapura|Sentani|Asmat|Agats|Biak|Biak Numfor|Boven Digoel|Deiyai|Dogiyai|Intan Jaya|Sugapa|Jayawijaya
    Wamena|Keerom|Kepulauan Yapen|Serui|Lanny Jaya|Mamberamo Raya|Mappi|Merauke|Mimika|Timika|Tembagapura|Nabire|Nduga
    Paniai|Pegunungan Bintang|Oksibil|Puncak Jaya|Ilaga|Sarmi|Supiori|Tolikara|Waropen|Yahukimo|Dekai|Yalimo|Manokwari
    Sorong|Fakfak|Kaimana|Maybrat|Raja Ampat|Waisai|Tambrauw|Teluk Bintuni|Bintuni|Teluk Wondama|Sorong Selatan
"""
_PROVINCES = """
    Sumatera Utara|Sumut|Sumatera Barat|Sumbar|Riau|Kepulauan Riau|Kepri|Sumatera Selatan|Sumsel|Bangka Belitung|Babel
    DKI Jakarta|Jawa Barat|Jabar|Jawa Tengah|Jateng|DIY|Jawa Timur|Jatim|NTB|Nusa Tenggara Barat|NTT
    Nusa Tenggara Timur|Kalimantan Barat|Kalbar|Kalimantan Tengah|Kalteng|Kalimantan Selatan|Kalsel|Kalimantan Timur
    Kaltim|Kalimantan Utara|Kaltara|Sulawesi Utara|Sulut|Sulawesi Tengah|Sulteng|Sulawesi Selatan|Sulsel
    Sulawesi Tenggara|Sultra|Sulawesi Barat|Sulbar|Maluku|Maluku Utara|Malut|Papua|Papua Barat|Papua Selatan
    Papua Tengah|Papua Pegunungan|Papua Barat Daya
"""
_WORLD = """
    Singapura|Singapore|Kuala Lumpur|Putrajaya|Johor Bahru|Johor Baru|Iskandar Puteri|Batu Pahat|Penang|George Town
    Bukit Mertajam|Butterworth|Kota Kinabalu|Sandakan|Tawau|Labuan|Kuching|Bintulu|Shah Alam|Petaling Jaya|Subang Jaya
    Cyberjaya|Klang|Kajang|Sepang|Ipoh|Taiping|Melaka|Seremban|Kuantan|Kuala Terengganu|Kota Bharu|Kota Baru
    Alor Setar|Langkawi|Kangar|Bandar Seri Begawan|Bangkok|Phuket|Chiang Mai|Pattaya|Manila|Cebu|Davao|Quezon City
    Hanoi|Ho Chi Minh City|Da Nang|Phnom Penh|Siem Reap|Vientiane|Yangon|Naypyidaw|Naypyitaw|Dili|Port Moresby|Tokyo
    Osaka|Kyoto|Nagoya|Fukushima|Hiroshima|Sapporo|Seoul|Busan|Incheon|Pyongyang|Beijing|Shanghai|Wuhan|Guangzhou
    Shenzhen|Chengdu|Hangzhou|Hong Kong|Hongkong|Macau|Taipei|Ulan Bator|New Delhi|Delhi|Mumbai|Kolkata|Chennai
    Bengaluru|Bangalore|Hyderabad|Ahmedabad|Pune|Jaipur|Lucknow|Patna|Bhopal|Nagpur|Srinagar|Chandigarh|Guwahati
    Thiruvananthapuram|Kochi|Amaravati|Dhaka|Colombo|Kathmandu|Islamabad|Rawalpindi|Karachi|Lahore|Faisalabad|Multan
    Quetta|Peshawar|Kabul|Kandahar|Tashkent|Almaty|Astana|Bishkek|Dushanbe|Baku|Tbilisi|Yerevan|Teheran|Tehran|Baghdad
    Mosul|Erbil|Damaskus|Damascus|Aleppo|Idlib|Beirut|Amman|Yerusalem|Jerusalem|Tel Aviv|Ramallah|Gaza|Kota Gaza
    Gaza City|Rafah|Khan Younis|Khan Yunis|Tepi Barat|Riyadh|Jeddah|Jedah|Dammam|Makkah|Mekkah|Mekah|Mecca|Madinah
    Medina|Mina|Arafah|Dubai|Abu Dhabi|Doha|Al Khor|Al Rayyan|Lusail|Manama|Kuwait City|Muscat|Sanaa|Aden|Ankara
    Istanbul|Kairo|Cairo|Alexandria|Tripoli|Tunis|Aljir|Algiers|Alger|Rabat|Casablanca|Marrakesh|Khartoum|Addis Ababa
    Nairobi|Kampala|Kigali|Mogadishu|Lagos|Abuja|Accra|Dakar|Bamako|Niamey|Johannesburg|Cape Town|Pretoria|Durban
    Harare|Lusaka|Luanda|Kinshasa|Antananarivo|Maputo|London|Manchester|Liverpool|Birmingham|Edinburgh|Glasgow|Belfast
    Cardiff|Leeds|Newcastle|Oxford|Cambridge|Dublin|Paris|Lyon|Marseille|Nice|Strasbourg|Toulouse|Bordeaux|Cannes
    Brussel|Brussels|Brüssel|Amsterdam|Den Haag|The Hague|Rotterdam|Eindhoven|Luksemburg|Luxembourg|Berlin|Hamburg
    München|Munich|Muenchen|Frankfurt|Köln|Cologne|Stuttgart|Düsseldorf|Leipzig|Dresden|Hannover|Bremen|Nürnberg
    Dortmund|Bonn|Wina|Vienna|Wien|Salzburg|Jenewa|Geneva|Genf|Genève|Kiel|Mainz|Potsdam|Rostock|Erfurt|Magdeburg
    Wiesbaden|Karlsruhe|Zurich|Zürich|Bern|Basel|Lausanne|Davos|Roma|Rome|Milan|Milano|Turin|Torino|Napoli|Naples
    Venesia|Venice|Florence|Genoa|Bologna|Vatikan|Vatican City|Vatican|Madrid|Barcelona|Sevilla|Valencia|Bilbao|Lisbon
    Lisboa|Porto|Athena|Athens|Warsawa|Warsaw|Warszawa|Krakow|Kraków|Praha|Prague|Budapest|Bukares|Bucharest|Sofia
    Beograd|Belgrade|Zagreb|Ljubljana|Sarajevo|Skopje|Tirana|Pristina|Kiev|Kyiv|Kharkiv|Lviv|Odesa|Odessa|Mariupol
    Donetsk|Minsk|Moskow|Moskwa|Moscow|Moskau|St Petersburg|St. Petersburg|Sochi|Kopenhagen|Copenhagen|Stockholm|Oslo
    Helsinki|Reykjavik|Tallinn|Riga|Vilnius|Monaco|Monte Carlo|Valletta|Nicosia|Silverstone|Monza|Assen|Washington
    Washington DC|Washington D.C.|New York|Los Angeles|San Francisco|Chicago|Boston|Philadelphia|Houston|Dallas|Austin
    Miami|Atlanta|Seattle|Portland|Denver|Phoenix|Las Vegas|San Diego|San Jose|Sacramento|Minneapolis|Detroit
    Cleveland|Pittsburgh|Baltimore|St. Louis|New Orleans|Nashville|Orlando|Tampa|Honolulu|Indianapolis|Charlotte
    Salt Lake City|Cape Canaveral|Silicon Valley|Hollywood|Toronto|Montreal|Vancouver|Ottawa|Calgary|Mexico City
    Ciudad de México|Havana|La Habana|Panama City|San Juan|Guatemala City|San Salvador|Managua|Tegucigalpa|Caracas
    Bogota|Quito|Lima|La Paz|Santiago|Buenos Aires|Montevideo|Brasilia|Rio de Janeiro|Sao Paulo|São Paulo|Asuncion
    Sydney|Melbourne|Canberra|Brisbane|Perth|Adelaide|Darwin|Gold Coast|Wellington|Auckland|Christchurch|Suva|Honiara
    Port Vila|Noumea|Apia
"""
_INDONESIAN = frozenset(forms(_INDONESIA) + forms(_PROVINCES))
_PLACES = _INDONESIAN | frozenset(forms(_WORLD))
_COMPASS = words("barat timur utara selatan pusat tengah tenggara laut raya")
_GENERIC = words("kota kabupaten kab kab. pulau kepulauan kecamatan desa provinsi")
_MOST_WORDS = 5


def is_place(name: str) -> bool:
    """Whether the name is a known town, regency or province, alone or as in ``Kota Serang``, ``Sintang Utara``."""
    return _is_among(name, _PLACES)


def is_indonesian(name: str) -> bool:
    """Whether the name is a known town, regency or province of Indonesia."""
    return _is_among(name, _INDONESIAN)


def _is_among(name: str, known: frozenset[str]) -> bool:
    if len(name) > 60:
        return False
    parts = fold(name).split()
    if " ".join(parts) in known:
        return True
    if len(parts) > 1 and parts[0] in _GENERIC:
        return " ".join(parts[1:]) in known
    return len(parts) > 1 and parts[-1] in _COMPASS and " ".join(parts[:-1]) in known


def place_at_start(text: str) -> str | None:
    """The longest known place that the text begins with, as printed."""
    parts = text[:80].split(" ")[:_MOST_WORDS]
    for count in range(len(parts), 0, -1):
        name = " ".join(parts[:count]).rstrip(".,:;!?)\"”'")
        if is_place(name) and name[:1].isupper():
            return name
    return None
