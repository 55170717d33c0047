"""Names that are common in Norway, by the generation that bears them, and streets that many towns have."""

_OLD_WOMEN = """
Anne Astrid Aslaug Bergljot Berit Bjørg Borghild Brit Ellen Else Eva Gerd Gudrun Gunvor Haldis Ingeborg Inger Ingrid Irene
Jorunn Kari Kirsten Kjellaug Laila Liv Magnhild Margit Marie Marit Målfrid Nelly Oddny Olaug Ragnhild Randi Reidun Ruth Sigrid
Solveig Solfrid Svanhild Synnøve Sølvi Tordis Torill Turid Unni Vigdis Wenche Åse Åshild
"""
_OLD_MEN = """
Alf Arne Arvid Asbjørn Asle Birger Bjarne Egil Einar Erling Finn Fredrik Gunnar Halvor Harald Helge Ivar Jan Johan Jon Kjell
Kjetil Knut Kåre Leif Magne Nils Odd Odd-Arne Olav Ole Oskar Per Ragnar Reidar Roald Rolf Sigmund Sigurd Steinar Svein Sverre
Terje Thorleif Torbjørn Tore Tormod Trygve Øystein Åge
"""
_WOMEN = """
Anita Ann-Kristin Anette Bente Camilla Cathrine Charlotte Elin Elisabeth Gro Guro Hanne Hege Heidi Helene Hilde Ida Ine Janne
Julie Kaja Karoline Katrine Kristin Kristine Lene Linda Line Lise Maja Maria Marianne Marte Mette Monica Nina Renate Siri Silje
Siv Stine Susanne Tone Trine Tuva Vibeke Ålaug Aisha Fatima Amina Maryam Agnieszka Katarzyna Joanna Elena Nasrin Thi Parisa
Máret Elle Risten
"""
_MEN = """
Anders André Are Atle Bjørn Christian Daniel Eirik Erik Espen Even Frode Geir Gaute Henrik Håkon Håvard Jens Joakim Jonas Jørgen
Karsten Kenneth Kim Kristian Kristoffer Lars Magnus Marius Martin Mats Morten Ole-Martin Olav Pål Petter Roger Rune Simen Sindre
Stian Stig Ståle Thomas Tom Tor Trond Vegard Vidar Øyvind Ahmed Ali Mohamed Hassan Piotr Tomasz Krzysztof Yusuf Ibrahim Nikolai
Aslak Nils-Ánte Mikkel
"""
_GIRLS = """
Ada Agnes Alma Amalie Astrid Aurora Ella Emilie Emma Eva Filippa Frida Hanna Hedda Ida Iben Ingrid Jenny Johanne Josefine Leah
Lilly Live Lotte Luna Maja Mathilde Mia Mille Nora Oda Olivia Saga Sara Selma Signe Sofie Solveig Thea Tiril Tuva Ylva Zara
Amina Leila Safa Ronja Åsne Sunniva Vilde
"""
_BOYS = """
Adrian Aksel Albert August Birk Casper Elias Emil Erik Falk Filip Gustav Hallvard Henrik Håkon Isak Iver Jakob Johannes Jonas
Kasper Konrad Lukas Ludvig Magnus Mathias Mikkel Mohammad Nikolai Noah Odin Oliver Olav Oskar Philip Sander Sebastian Simen
Sivert Storm Theo Theodor Tobias Trygve Ulrik Viktor William Yusuf Omar Ørjan Åsmund
"""
_FAMILIES = """
Aas Aasen Abrahamsen Ahmed Ali Amundsen Andersen Andreassen Antonsen Arnesen Aune Bakke Bakken Berg Berge Berntsen Birkeland
Bjerke Bråten Bøe Brekke Christensen Christiansen Dahl Dahle Danielsen Edvardsen Eide Eliassen Ellingsen Engen Eriksen Evensen
Fjeld Fossum Fredriksen Gjerde Gulbrandsen Gundersen Haga Hagen Halvorsen Hansen Hassan Haugen Haugland Helgesen Henriksen Holm
Holmen Hovland Hussain Håland Isaksen Iversen Jacobsen Jakobsen Jansen Jensen Jenssen Johannessen Johansen Johnsen Jørgensen
Karlsen Khan Kjær Knudsen Knutsen Kowalski Kristensen Kristiansen Kristoffersen Kvamme Langeland Larsen Lie Lien Lund Lunde
Løken Martinsen Mathisen Mikkelsen Moe Moen Mohamed Monsen Myhre Myklebust Myrvold Naess Nguyen Nielsen Nilsen Nordby Nordli
Nygård Næss Olsen Ottesen Paulsen Pedersen Petersen Pettersen Rasmussen Ruud Rød Rønning Sæther Samuelsen Sand Sandberg Sande
Sandvik Sara Simonsen Singh Sivertsen Skoglund Solberg Solheim Solli Stene Stokke Strand Strøm Sunde Svendsen Syversen Sørensen
Tangen Thomassen Thoresen Tran Tveit Utsi Vatne Vik Viken Wiik Wold Ødegård Øien Østby Aasland
"""
_STREETS = """
Storgata Kirkeveien Skolegata Parkveien Bakkegata Industriveien Nordliveien Solveien Strandveien Elvegata Fjellveien Granveien
Furuveien Bjørkeveien Lindeveien Haugveien Stasjonsveien Bruveien Sjøgata Torggata Kongens_gate Dronningens_gate Møllegata
Ringveien Åsveien Myrveien Tunveien Blåbærstien Tyttebærveien Rognebærveien Kløverveien Heiaveien Vestre_gate Østre_gate
Nordre_gate Søndre_gate Hagegata Skogveien Utsikten Idrettsveien
"""


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in text.split())


FAMILY_NAMES = _words(_FAMILIES)
STREETS = _words(_STREETS)
_BY_ERA = ((1958, _words(_OLD_WOMEN), _words(_OLD_MEN)), (1993, _words(_WOMEN), _words(_MEN)), (9999, _words(_GIRLS), _words(_BOYS)))


def given_names(year: int, *, female: bool) -> tuple[str, ...]:
    """The given names of those born that year."""
    return next(women if female else men for until, women, men in _BY_ERA if year < until)
