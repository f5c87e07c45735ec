/** What was written on Facebook: reviews with stars, questions of those who come to the shop, a few who only wanted to quarrel. */
import type { SampleTalk } from './sample-talk.ts'

export const FACEBOOK_TALKS: readonly SampleTalk[] = [
  {
    by: 'Gerda Gangschaltung',
    kind: 'review',
    mood: 'positive',
    topics: ['praise'],
    stars: 5,
    de: [
      'Seit 1998 mein Rad, seit drei Jahren diese Werkstatt. Man wird begrüßt, man wird beraten, man wird nicht ausgelacht.',
      'Liebe Frau Gangschaltung, über Ihr Rad lacht hier niemand, wir ziehen den Hut. Danke!',
    ],
    en: [
      'My bike since 1998, this workshop for three years. One is greeted, advised and not laughed at.',
      'Nobody laughs at your bike here, we take our hats off. Thank you!',
    ],
  },
  {
    by: 'Rad-Rentner Ralf',
    kind: 'comment',
    mood: 'neutral',
    topics: ['appointment'],
    de: [
      'Haben Sie zwischen den Jahren geöffnet? Ich möchte Silvester noch einmal um die Alster.',
      'Wir sind bis zum 23. da und ab dem 2. wieder. Kommen Sie am 22. vorbei, dann schafft Ihr Rad die Runde.',
    ],
    en: [
      'Are you open between the years? I should like one more round of the Alster.',
      'We are here until the 23rd and back on the 2nd. Come on the 22nd and your bike will manage the round.',
    ],
  },
  {
    by: 'Familie Fahrradanhänger',
    kind: 'message',
    mood: 'neutral',
    topics: ['parts'],
    de: [
      'Guten Tag, wir suchen die Kupplung für einen Anhänger, Baujahr 2014. Der Hersteller sagt, gibt es nicht mehr.',
      'Guten Tag, zwei Stück liegen in unserer Schublade „gibt es nicht mehr“. 24 Euro, wir legen sie Ihnen hin.',
    ],
    en: [
      'Good day, we need the hitch of a trailer made in 2014. Its maker says there are none left.',
      'Good day, two are in our drawer called “none left”. 24 euros, we put them aside for you.',
    ],
    asked: 'service',
  },
  {
    by: 'Bert Bremsklotz',
    kind: 'review',
    mood: 'negative',
    topics: ['repair'],
    stars: 2,
    de: [
      'Arbeit gut, aber das Rad war nicht zum versprochenen Termin fertig und angerufen hat auch keiner.',
      'Danke für die ehrlichen Worte. Ein Anruf wäre das Mindeste gewesen. Seit dieser Woche geht bei jeder Verspätung bis 12 Uhr eine Nachricht raus. Katrin Ahlers',
    ],
    en: [
      'Good work, but the bike was not ready when promised and nobody called.',
      'Thank you for being frank. A call was the least we owed you. From this week on everyone hears from us by noon when something takes longer. Katrin Ahlers',
    ],
    asked: 'owner',
    lateDays: 1,
  },
  {
    by: 'Uschi Umwerfer',
    kind: 'comment',
    mood: 'positive',
    topics: ['praise'],
    de: [
      'Mein Enkel schaut jetzt eure Videos statt der mit den Baggern. Kompliment!',
      'Gegen Bagger zu gewinnen, das ist ein Ritterschlag. Grüße an den Enkel!',
    ],
    en: [
      'My grandson now watches your videos instead of the ones with diggers. Well done!',
      'Beating diggers is an honour. Regards to your grandson!',
    ],
  },
  {
    by: 'Rad-Rentner Ralf',
    kind: 'comment',
    mood: 'positive',
    topics: ['praise'],
    de: [
      'Silvesterrunde geschafft, trocken geblieben, Rad lief. Danke ans ganze Team.',
      'Das war der schönste Kommentar des Jahres. Auf die nächste Runde!',
    ],
    en: [
      'Round of the Alster done, stayed dry, bike ran well. Thanks to the whole team.',
      'The nicest comment of the year. Here is to the next round!',
    ],
  },
  {
    by: 'Holger Hupkonzert',
    kind: 'comment',
    mood: 'angry',
    topics: [],
    de: [
      'Radfahrer gehören von der Straße, und solche Läden gleich mit! Ihr seid doch alle ****',
      'Beleidigung, nach unseren Regeln unter jedem Beitrag.',
    ],
    en: [
      'Cyclists should be banned, and shops like this one too! You are all ****',
      'Insult, against our rules for comments.',
    ],
    measure: 'hidden',
  },
  {
    by: 'Marlene Muffe',
    kind: 'message',
    mood: 'neutral',
    topics: ['appointment'],
    de: [
      'Gibt es für den Schrauberkurs im März noch einen Platz? Ich habe zwei linke Hände, aber viel Geduld.',
      'Einer ist noch frei und gehört Ihnen. Zwei linke Hände sind bei Pedalen übrigens von Vorteil.',
      'Wunderbar! Was soll ich mitbringen?',
      'Kleidung, die schmutzig werden darf, und Ihr Rad. Handschuhe haben wir.',
    ],
    en: [
      'Is there a place left in the March repair course? I am all thumbs but patient.',
      'There is one and it is yours. Thumbs are an advantage with tyres, by the way.',
      'Wonderful! What should I bring?',
      'Clothes that may get dirty, and your bike. We have gloves.',
    ],
  },
  {
    by: 'Nils Nabenschaltung',
    kind: 'review',
    mood: 'positive',
    topics: ['praise', 'repair'],
    stars: 5,
    de: [
      'Drei Werkstätten sagten „neu kaufen“. Hier sagte einer „mal sehen“. Jetzt schaltet sie wieder, für 45 Euro.',
      '„Mal sehen“ ist Jonas’ zweiter Vorname. Viel Freude damit!',
    ],
    en: [
      'Three workshops said “buy a new one”. Here somebody said “let me see”. It shifts again, for 45 euros.',
      '“Let me see” is Jonas’ middle name. Enjoy it!',
    ],
  },
  {
    by: 'Petra Packtasche',
    kind: 'message',
    mood: 'negative',
    topics: ['delivery'],
    de: [
      'Meine Bestellung ist als zugestellt gemeldet, aber im Treppenhaus liegt nur ein Prospekt für Treppenlifte.',
      'Das ist uns unangenehm. Wir haben eine Nachforschung gestartet und schicken die Tasche heute noch einmal. Den Prospekt dürfen Sie behalten.',
    ],
    en: [
      'My order is marked as delivered, but all I find is a leaflet about stairlifts.',
      'We are sorry. We are having it traced and send the bag again today. You may keep the leaflet.',
    ],
    asked: 'service',
    lateDays: 1,
  },
  {
    by: 'Klaus Kettenblatt',
    kind: 'comment',
    mood: 'neutral',
    topics: ['price'],
    de: [
      'Frühlingscheck schön und gut, aber was ist mit Rädern, die älter sind als der Mechaniker?',
      'Gleicher Preis, mehr Respekt. Für Räder ab dreißig gibt es Kaffee dazu.',
    ],
    en: [
      'A spring check is all very well, but what of bikes older than the mechanic?',
      'Same price, more respect. From thirty years on there is coffee too.',
    ],
  },
  {
    by: 'Stadtteilverein Speichenkreis',
    kind: 'message',
    mood: 'neutral',
    topics: ['appointment'],
    de: [
      'Wir planen im Mai ein Straßenfest. Würden Sie zwei Stunden lang Kinderräder prüfen?',
      'Sehr gern. Jonas und Katrin kommen mit Ständer, Pumpe und einem Eimer Flicken.',
    ],
    en: [
      'We are planning a street party in May. Would you check children’s bikes for two hours?',
      'With pleasure. Jonas and Katrin come with a stand, a pump and a bucket of patches.',
    ],
    asked: 'owner',
  },
  {
    by: 'Gerda Gangschaltung',
    kind: 'comment',
    mood: 'neutral',
    topics: ['advice'],
    de: [
      'Mein Sattel quietscht nur dienstags. Kann das sein?',
      'Mit Feuchtigkeit vom Montag: ja. Ein Tropfen Öl an die Federn, dann ist auch dienstags Ruhe.',
    ],
    en: [
      'My saddle squeaks on Tuesdays only. Is that possible?',
      'With the damp of Monday, yes. A drop of oil on the springs and Tuesdays are quiet too.',
    ],
  },
  {
    by: 'Torben Tretlager',
    kind: 'review',
    mood: 'angry',
    topics: ['repair', 'price'],
    stars: 1,
    de: [
      'Kostenvoranschlag 120, Rechnung 187 Euro. Niemand hat vorher gefragt. So geht das nicht!',
      'Sie haben recht: Über dem Voranschlag fragen wir nach, das ist hier vergessen worden. Die 67 Euro erstatten wir heute. Katrin Ahlers',
      'Geld ist da. Dass die Chefin selbst antwortet, rechne ich Ihnen an.',
      'Danke. Wir möchten es beim nächsten Mal gleich richtig machen.',
    ],
    en: [
      'Estimate 120, invoice 187 euros. Nobody asked me. This will not do!',
      'You are right: above the estimate we ask first, and this time it was forgotten. We refund the 67 euros today. Katrin Ahlers',
      'The money is here. I do appreciate that the boss answers herself.',
      'Thank you. Next time we want to get it right at once.',
    ],
    asked: 'owner',
  },
  {
    by: 'Uschi Umwerfer',
    kind: 'comment',
    mood: 'neutral',
    topics: ['advice'],
    de: [
      'Ab welchem Alter ist ein Laufrad sinnvoll? Der Enkel wird zwei und hat es eilig.',
      'Sobald beide Füße flach auf den Boden kommen. Kommen Sie mit ihm vorbei, Ausprobieren kostet nichts.',
    ],
    en: [
      'From which age on does a balance bike make sense? My grandson turns two and is in a hurry.',
      'As soon as both feet reach the ground. Bring him along, trying costs nothing.',
    ],
  },
  {
    by: 'Marlene Muffe',
    kind: 'review',
    mood: 'positive',
    topics: ['praise'],
    stars: 5,
    de: [
      'Schrauberkurs mit zwei linken Händen: bestanden. Ich habe am Sonntag die ganze Hausgemeinschaft geflickt.',
      'Wir verneigen uns. Wenn Sie mal eine Stelle suchen …',
    ],
    en: [
      'Repair course, all thumbs: passed. On Sunday I mended the tyres of the whole house.',
      'We bow. Should you ever look for a job …',
    ],
  },
  {
    by: 'Wilma Windschatten',
    kind: 'message',
    mood: 'neutral',
    topics: ['application'],
    de: [
      'Suchen Sie für den Sommer eine Aushilfe an der Theke? Ich kann rechnen, lächeln und früh aufstehen.',
      'Drei von drei, das gefällt uns. Bitte schicken Sie uns ein paar Zeilen zu sich, wir melden uns bis Freitag.',
    ],
    en: [
      'Do you need somebody at the counter in summer? I can calculate, smile and get up early.',
      'Three out of three, we like that. Please send a few lines about yourself, you will hear from us by Friday.',
    ],
    asked: 'recruiting',
  },
  {
    by: 'Bert Bremsklotz',
    kind: 'comment',
    mood: 'positive',
    topics: ['praise'],
    de: [
      'Diesmal kam um 11:50 Uhr eine Nachricht. Ihr habt Wort gehalten.',
      'Danke, dass Sie es noch einmal mit uns versucht haben. Das hängt jetzt in der Werkstatt.',
    ],
    en: [
      'This time a message came at 11:50. You kept your word.',
      'Thank you for trying us again. Your comment now hangs in the workshop.',
    ],
  },
  {
    by: 'Familie Fahrradanhänger',
    kind: 'comment',
    mood: 'neutral',
    topics: ['repair'],
    de: [
      'Wie lange dauert es im Moment, wenn am Kinderanhänger die Achse getauscht werden muss?',
      'Zwei Tage, und so lange leihen wir Ihnen einen von uns.',
    ],
    en: [
      'How long does it take at the moment to change the axle of a child trailer?',
      'Two days, and meanwhile we lend you one of ours.',
    ],
  },
]
