/**
 * 2,048 German words to be said aloud: 4 to 8 letters, without umlauts and ß, none that hurts. The first four letters tell
 * them apart, and no two are one letter from each other. BIP-39, where the other languages' lists come from, has none.
 */
export const GERMAN_WORDS: readonly string[] = `
abbau abbild abbruch abdruck abend abfahrt abfluss abfolge abgabe abgrund abhang abhilfe abholen abkommen ablage ablenken
abmachen abnehmen abonnent abpfiff abreise abrunden absatz abschied absender absicht abspann abstand absurd abteil abtritt
abwarten abweg abzug achse achteck acker addition ader admiral adresse advent affe agave agent agieren ahorn akademie akazie
akkord akku akrobat akte aktiv akut akzent album algebra alibi alltag almanach alpen alphabet altbau altstadt amboss ameise
ampel amtlich amulett analyse ananas anatomie anbieten anblick andacht andere andrang anekdote anemone anfang anflug anfrage
angebot angler anhieb anklang ankunft anliegen anmut annahme annonce anordnen anpassen anprobe anrede anruf ansage ansporn
antenne antik antlitz antrieb antwort anwalt anwesen anwohner anzahl anzeiger apfel apotheke apparat appetit applaus
aprikose aquarium arbeit archiv arena argument arie arkade arktis armband armee aroma artikel arzt aspekt asphalt astern
astronom atelier atem athlet atlas atmen attest attrappe audio auerhahn aufbau aufgabe auflauf aufnahme aufpreis aufruf
aufsatz auftrag aufwand aufzug augapfel auktion aula ausblick ausdruck ausflug ausgang auskunft ausland auspuff ausruhen
aussicht auster ausweis auszeit autark auto avocado axiom bach badeort bagger bahn balance balkon ball balsam bambus banane
banner bargeld bariton barock barren bart basar basis basteln batik batterie bauen bauherr baum bauplan bausatz bauwerk
beamer beben becher becken bedarf bedenken bedingen beeilen beere befinden befragen begabt begehren beginn begonie begriff
behagen beifall beige beihilfe bein beirat beispiel beitrag beiwagen bejahen bekannt beklagen bekommen belag beliebt
belohnen bemalen bemerken benefiz benutzen benzin bequem beraten bereit berg bericht beruf besatz bescheid besonnen bestand
besuch beton bett beutel bewahrer bewegen bewohner bezahlen beziehen bezug biathlon biber bieder biegen biene bikini bilanz
bild billig binde biologie biotop birke biskuit bitten biwak bizarr blank blatt blau blech bleiben blende blick blitz blond
blume bock boden bohne bohren boiler boje bollwerk bonbon bonus boot bord borgen borste botanik bottich bowling branche
brauch bremse brennen brezel brief brille bringen brise brocken brokat brombeer bronze brosche bruder brummen brutto buckel
bude budget buffet bukett bulette bumerang bummel bungalow bunker bunt bursche busch busfahrt butter cabrio calcium camping
caravan cartoon cello cembalo champion chance chaos charme chef chemie chiffre chip chirurg chlor chrom clever clique clown
cockpit code collage comic computer couch cousin curry cursor dackel dahlie dame dampf dank dasein datei dattel datum dauer
daumen daune debatte deck degen dehnen deich dekan deko delikat demokrat demut denken depot design dessert detail detektiv
deuten dezember diagramm dialog diamant dichtung diele dienst diesel digital diktat dilemma dill ding dinner diode diplom
direkt dirigent dirndl diskus distanz division docht dogge dogma dohle doktor dokument dollar domino dompteur doppelt dorn
dorsch dose dosis dotter dozent drache draht drama drehen dreieck dreschen dringend dritte drohne dromedar drossel drucken
druide dual duell duett duft dukaten dunkel durch durst duschen dutzend dynamo ebbe ebnen echo eckzahn edel edition efeu
effekt ehemann ehering ehre ehrgeiz ehrlich ehrung eiche eidechse eifer eigelb eigner eiland eilbrief einbau eindruck
einfach eingang einhorn einigung einkauf einladen einmal einnahme einreise einsam eintritt einwand einzeln eisberg eisdiele
eisen eislauf eiszeit elan elefant elektrik element elfmeter elite elixier ellbogen ellipse elster eltern email emblem
empfang empore emsig endspiel endziel energie engpass enorm ensemble entchen entfernt entgelt entlang entwurf enzian
epigramm epilog episode epoche epos erbauen erbse erdbeere erde erdgas erdteil ereignis erfahren erfinden erfolg ergebnis
erhalten erheben erhitzer erholen erinnern erker erlauben ernennen ernst ernte erobern erosion erproben erraten ersatz
erteilen ertrag erwachen erwerb erwidern erzeugen erzieher eskorte espresso essay esstisch etage etappe ethik etikett etui
etwas eule euro ewig exakt examen exil existenz exklusiv exotisch experte export extra fabel fabrik fahne fahren fakt falke
falsch falten familie fanfare farbe farn fasan fasching faser fassade favorit fehlen feier feile feld felge fenchel fenster
ferien fertig fest feucht fichte figur fiktion filet filiale film filter finale finden finger finne firma fitness fixieren
fjord flach fladen flagge flair flakon flamme flanke flasche flaum flechten flegel fleisch flicken flieder flink flitzer
flocke flora floss flotte flunder folgen folie folklore fondue foppen fordern forelle forschen fortgang forum fossil foto
foxtrott frage frank frau frei fremd frequenz fresko freude frieden frisch froh fromm front fuchs fuhrpark funk furche
furnier futur galaxie galerie galopp gamasche gang garage gardine garten gaslicht gasse gast gattung gaukler gazelle gebiet
gebot gebrauch geburt gecko gedanke gedeck gedicht geduld gefieder geflecht gefolge gefroren gegner gehalt gehen gehweg
geist gekocht gelb gelenk gelingen gelobt gelten gemacht gemisch gemurmel genau genesen genial genug geologe geometer
geordnet gerade gerben gereift gerte geruch gesang geschenk gesetz gespann gestern gesund getreide gewand gewebe gewinn
geysir gezeiten gibbon giebel gigant gilde gimpel ginkgo ginster gipfel gips giraffe girlande gitarre gitter glanz glas
glauben gleich glied glimmen glitzern global glosse glut gnom gold gondel gorilla grad granit gratis graveur grazie greifen
grell grenze griff grimasse grinsen groschen grotte grube grund gruppe gucken gulasch gummi gunst gurgel gurke gurt guss
guthaben gutshof haar habicht hafen haftung hagel hain halb halde hallo hamster hangar hantel harfe harlekin harmonie harz
haube hauch haupt haus hebamme hebel hebung hecht hecke hefe heide heilen heim heiter helfen helium hell hemd henkel henne
herbst herkunft hermelin heuernte heumarkt heute hilfe himbeere himmel hinblick hindern hingabe hinsicht hinweis hirsch
hirte historie hitze hobby hoch hocker hoffen hohl holen holunder holz honig horchen horde horizont hormon horoskop hospiz
hotel hufeisen huhn humor hund hupe hurtig hydrant hygiene hymne hypnose ideal idee idol idyll igel ikone illusion iltis
imbiss imitator imker immun impfen impuls index indigo ingwer inhalt initiale inland innig insasse insekt instinkt integral
intrige inventar irdisch ironie isoliert isotop jacke jaguar jahr jalousie jargon jawohl jazz jodeln joker jolle jongleur
journal jubel jubilar judo jugend junior jurist juror jury justiz kabarett kabine kachel kaffee kaiser kajak kakadu kaktus
kalender kalorie kalt kamel kamille kamm kanal kandidat kanister kanne kanu kanzel kapelle kapital kapsel kapuze karaffe
kardinal karg karneval karotte karpfen karte kaschmir kasino kaskade kasper kastanie katalog katze kaugummi kaution kauz
kavalier kaviar kehle keks kelch keller kennen keramik kerbe kern kessel kette keusch keyboard kiebitz kiefer kies kilo kind
kiosk kippen kissen kiste kitsch kittel kiwi klang klappe klar klasse klatsch klaue klavier kleben klee kleid klempner
klettern klima klopfen klotz klub klumpen knacken knapp knauf kneipe kneten knick knie knirps knistern knolle knopf knospe
kobold koffer kokon kolben kolibri kollege kolonne kolumne komet komfort komisch komma kompass kondor konfekt kongress
konkret konsul kontakt konvent konzert kopie koppel koralle korb kordel korrekt korsett kosename kosmos kosten krabbe krach
kraft kragen krake kram krater krawatte kreatur kredit kreis krempe kresse kriechen krimi krippe kritik krokodil krone krug
kruste kuchen kuckuck kugel kulisse kultur kumpel kunde kupfer kurbel kurier kurpark kurs kurve kuscheln kutsche kuvert
labor lachen lack ladung lager lagune laken lakritze laktose lama lamelle lampe land lanze lappen laptop larve lasagne
lassen lastzug latein latte laub laufen lauscher lavendel lawine lecker leder ledig leerlauf legal leguan lehm lehrer leicht
leihhaus leise lektion leopard lernen letter letzte leuchten level lexikon liane libelle lieben liedgut liefern liege lift
liga lilie limit limonade lineal linguist links linoleum linse lippe liter lizenz loblied locken logbuch logik lohn lokal
lorbeer lotion lotse lotto lotus luke lumen lunte lustig luxus lyrik magazin magie magnet mahnen mais makler makrele malve
malz mammut manche mandel manege manier manuell marathon marder marine markt marmor maske matador material matinee matrose
matsch maul maurer maximal mechanik medaille medizin mehl mehrheit meinen melden melodie menge mensch merken messe metall
meter methode metro metzger miete mikado milch million mimik mimose minder mineral minister minute minze mischen mistel
mitglied mitleid mixer mixtur mobil modisch modul mofa mohair mokka molke moment monat mond monolog montag monument moos
moped morchel mosaik motiv motor motte muffin mulde munter muschel museum musik muskel mutation mutig mystik mythos nachbar
nadel nahrung naht naiv napf nashorn natron natter natur neffe nehmen neigen nektar nelke neon netz neubau neugier neujahr
neumond neuron neutral nicken nilpferd nische niveau nomade nomen nonne normal notar note notiz notruf novelle nuance null
nummer nutzen nylon nymphe oase obacht obdach obelisk obhut objekt oblate oboe oboist obst obwohl ofen ohrring ohrwurm
oktave oktober olive olymp omelett omnibus onkel oper optik orakel orange orbit orchidee ordnung organ orgel orient original
ornament orten ortszeit outfit oval ovation overall oxid ozean ozon packen paddel paket palast palette palme panda panorama
papagei papier pappel paprika parade parfum park parmesan parole partie parzelle pass pasta pate patient pauke pauschal
pavian pazifik pedal pegel pelerine pelikan pelz pendel pension perfekt periode perle person pesto pfahl pfand pfau pfeffer
pfeife pferd pfirsich pflanze pflegen pflicht pflock pflug pforte pfosten phantom phase phosphor physik pianist picknick
piepsen pigment pikant pilger pilot pinguin pinie pinnwand pinsel pinzette pionier pipette pirat pixel pizza plakat plasma
platz plaudern plenum plotter plural plus podest podium poesie poetisch pointe polar politur pollen polster pommes poncho
pony popcorn pore porree portal posaune position post potenz pracht praline prasseln praxis premiere prima prinz pritsche
privat probe produkt profi prognose projekt prolog prosa proton provinz prozent publikum pudding pudel puffer pulli pulver
puma pumpe punkt pupille purpur puzzle pyjama pyramide quader qualle quant quarz quer quiche quieken quintett quirlig quitte
quiz quote rabatt rabe radar radieren radler radtour raffen ragout rahmen rakete rallye ranke ranzen raps rascheln rasen
ratgeber rathaus ration raupe raureif reaktion real rechen reden redlich redner reeder reflex reform refrain region regler
reichtum reif reihe reklame rekord rektor relation religion reporter reptil reserve residenz resonanz respekt resultat
retten revier revue rezept rhetorik rhythmus richtig riegel riemen riese rinnen ritual rivale robbe roboter robust roggen
rohr rohstoff roman rosine rosmarin roulade route rubin rubrik rucksack rugby ruhm rutschen saal safran sage saison salami
salbe saldo salon samba samen sammeln samstag sanft saphir satellit satin satt sauber sauce saugen sauna saurier scanner
schade schemel schinken schloss schmal schnee schon schrank schuh schwan sediment seeigel seele seemann seerose seestern
sehne sehrohr seife sekunde semester seminar semmel senden senf senior sequenz serie serum service sesam setzen sextett
shampoo sherry sichel sieden signal silber sinfonie singen sinn siphon sirene sirup sitte sitz skala skipiste skizze
skorpion skript skulptur slalom slogan smaragd smoking socke sofort softeis soja solide sommer sonate sonde sonett sopran
sorbet sorte sozial spagat spalt spanne sparen specht speer speise spektrum spende sperling spesen spezial sphinx spiegel
spinat spirale spitze splitter sponsor sport sprache springen sprossen spruch spule spur sputen staat stadion staffel stall
stamm stapel stark staub steak stecken steg stehen steil stelle stemmen steppe stets steuer stiefel stift stimme stirn stock
stoff stolz stoppen storch strand streng strom struktur stube student stuhl stunde subjekt suche suffix sultan summe super
suppe surfen symbol symptom syndrom synonym synthese system szene tabak tabelle tablett tafel tagebuch tagung taille talent
talfahrt talg talisman tamburin tandem tanz tapete tapfer tapir tarif taste tatsache tauchen taufe taumel tausch taxi team
technik teddy teekanne teelicht teig telefon tempel tendenz tennis tenor teppich termin terrasse text theater theke thema
theorie therapie thron thymian tief tiger tinte tisch titel toast tochter tolerant tomate tombola tonfall tonspur topas torf
torlinie torso torwart tosen total tour trab training traktor trapez trasse traube treffen treiben trend treppe tresen treue
triangel tribut trichter trieb trikot trilogie trinken trio tritt triumph trolley trommel tropfen trost trubel truhe trumpf
trunk trupp tuch tulpe tunnel tupfen turban turm turnen tusche tutor typisch ufer uhrkette uhrwerk ukulele ulme ultimo
umarmen umbau umfang umfrage umgebung umkehr umkreis umleiten umriss umsatz umschlag umsonst umstand umtausch umweg umzug
uneben uniform unikat union update upload uralt urenkel urheber urkunde urlaub ursprung urteil urwald urzeit utopie vakuum
vampir vanille variante vater vegan vehikel veilchen vene ventil veranda verbot verein vergaser verkehr verlag vernunft vers
verwandt verzicht veteran viadukt vibrator video viereck vignette villa violett visier vitamin vitrine vogel volumen vorbild
vorfahr vorgang vorlage vorname vorort vorrat vorsicht vortrag vorwahl vorzug vulkan waage wade waffel wagen waggon wald
walfisch walnuss walross walzer warm warnen wasser webstuhl wechsel wedeln weigern weiher weisheit weit weizen welpe wenig
werden werk wesen weste wickeln widder widmen wille winkel winter winzig wirbel wirken wirsing wirt wisent witzbold woche
woge wohltat wohnen wolf wulst wunder wunsch wurf wurzel yoga zahl zander zapfen zappeln zaudern zaumzeug zaun zebra zeichen
zelle zelt zement zenit zentrum zeppelin zepter zettel zeug ziehen ziel ziffer zikade zimbel zimmer zimt zink zirkel zirpen
zisterne zitat zither zitrone zittern zivil zobel zone zoom zopf zufall zuflucht zugabe zugvogel zuhause zukunft zulauf
zunft zunge zusage zuschuss zusehen zuspruch zustand zutritt zweck zweig zwiebel zwilling zwirn zwischen zyklus zylinder
zypresse
`
  .trim()
  .split(/\s+/)
