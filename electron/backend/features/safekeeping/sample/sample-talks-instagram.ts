/** What was asked, praised and complained about on Instagram, in the order of the year. */
import type { SampleTalk } from './sample-talk.ts'

export const INSTAGRAM_TALKS: readonly SampleTalk[] = [
  {
    by: 'elbe_speiche',
    kind: 'comment',
    mood: 'positive',
    topics: ['praise'],
    de: [
      'Endlich erklärt mal jemand, warum die Kette rattert. Danke euch! 👏',
      'Gern! Und jetzt hörst du es überall, versprochen.',
    ],
    en: [
      'At last somebody explains why the chain rattles. Thank you! 👏',
      'You are welcome! And now you will hear it everywhere.',
    ],
  },
  {
    by: 'kettenfett_karla',
    kind: 'message',
    mood: 'neutral',
    topics: ['appointment'],
    de: [
      'Moin, habt ihr vor dem Wochenende noch einen Termin für eine Winterinspektion? Mein Rad klingt wie eine Kaffeemühle.',
      'Moin Karla, Freitag 8:30 Uhr ist eben frei geworden. Wir haben dich eingetragen, die Kaffeemühle nehmen wir gleich mit unter die Lupe.',
      'Perfekt, bin da!',
      'Bis Freitag. Bring gern das Schloss mit, dann ölen wir das auch.',
    ],
    en: [
      'Hi, is there any time left for a winter inspection before the weekend? My bike sounds like a coffee grinder.',
      'Hi Karla, Friday 8:30 has just become free and is yours. We will look after the coffee grinder too.',
      'Perfect, see you!',
      'See you on Friday. Bring the lock along and we will oil that as well.',
    ],
  },
  {
    by: 'moin_mona_rollt',
    kind: 'comment',
    mood: 'neutral',
    topics: ['advice'],
    de: [
      'Darf der Akku im Winter nachts im Schuppen bleiben oder muss der mit ins Bett?',
      'Ins Bett nicht, aber ins Haus: Zwischen 10 und 20 Grad fühlt er sich am wohlsten.',
    ],
    en: [
      'May the battery stay in the shed in winter, or does it have to come to bed with me?',
      'Not to bed, but into the house: between 10 and 20 degrees it is happiest.',
    ],
  },
  {
    by: 'lastenlotte',
    kind: 'message',
    mood: 'neutral',
    topics: ['price'],
    de: [
      'Was würde es ungefähr kosten, mein Lastenrad auf Riemen umzubauen?',
      'Kommt auf den Rahmen an: Er braucht ein Rahmenschloss. Mit Nabe meist zwischen 900 und 1.300 Euro. Schick uns gern ein Foto vom Hinterbau.',
    ],
    en: [
      'Roughly what would it cost to convert my cargo bike to a belt drive?',
      'It depends on the frame, which has to open. With a hub mostly between 900 and 1,300 euros. Send us a picture of the rear end.',
    ],
    asked: 'mechanic',
  },
  {
    by: 'nabendynamo_nele',
    kind: 'mention',
    mood: 'positive',
    topics: ['praise'],
    de: [
      'Rad abgeholt, läuft wie am ersten Tag. @radwerk.ahoi, ihr seid spitze 🚲❤',
      'Das freut Jonas, er hat die Nabe drei Mal ausgebaut. Gute Fahrt!',
    ],
    en: [
      'Picked up my bike, runs like on its first day. @radwerk.ahoi, you are awesome 🚲❤',
      'Jonas will be pleased, he took that hub apart three times. Enjoy the ride!',
    ],
  },
  {
    by: 'hafenhobbyrennerin',
    kind: 'comment',
    mood: 'negative',
    topics: ['repair'],
    de: [
      'Zwei Wochen warten auf einen neuen Zug? Das ist doch ein Teil für 4 Euro.',
      'Da hast du recht, das Teil ist da und die Arbeit eine Viertelstunde. Komm Mittwoch zwischen 9 und 10 vorbei, dann warten wir zusammen auf nichts.',
    ],
    en: [
      'Two weeks for a new cable? That is a part for 4 euros.',
      'You are right: we have the part and it takes a quarter of an hour. Come by on Wednesday between 9 and 10 and there will be no waiting.',
    ],
    lateDays: 2,
  },
  {
    by: 'ventilvera',
    kind: 'comment',
    mood: 'neutral',
    topics: ['parts'],
    de: [
      'Passt der Schlauch aus dem Video auch auf 20 Zoll?',
      'Der aus dem Video nicht, aber den gibt es auch in 20 Zoll. Zwei liegen an der Theke.',
    ],
    en: [
      'Would the tube in the video fit 20 inches as well?',
      'Not that one, but it comes in 20 inches too. Two are waiting at the counter.',
    ],
  },
  {
    by: 'tandem_tilda',
    kind: 'message',
    mood: 'neutral',
    topics: ['advice'],
    de: [
      'Ihr repariert auch Tandems? Mein Mann sagt, das macht keiner. Ich möchte gern recht behalten.',
      'Dann richten Sie ihm schöne Grüße aus: Wir haben einen extra langen Montageständer. Sie haben recht.',
      'Er ist sprachlos. Wir kommen Samstag.',
      'Samstag ab 10 Uhr, wir halten den Platz frei.',
    ],
    en: [
      'Do you repair tandems too? My husband says nobody does. I should like to be right.',
      'Give him our regards: we have an extra long repair stand. You are right.',
      'He is speechless. We will come on Saturday.',
      'Saturday from 10, we keep the place free.',
    ],
  },
  {
    by: 'rahmenbruch_rudi',
    kind: 'comment',
    mood: 'angry',
    topics: ['repair'],
    de: [
      'Frisch aus der Inspektion und schon wieder kein Licht. Wofür habe ich eigentlich bezahlt?!',
      'Das darf nicht passieren, entschuldige. Komm heute noch rein, du musst nicht warten und zahlst nichts.',
      'War ein Kabel, hat er sofort gerichtet. Okay, danke.',
      'Danke, dass du uns noch einmal rangelassen hast.',
    ],
    en: [
      'Fresh from the inspection and no light again. What exactly did I pay for?!',
      'That must not happen, we are sorry. Come in today, no waiting and no charge.',
      'It was a cable, fixed at once. Fine, thanks.',
      'Thank you for giving us another try.',
    ],
  },
  {
    by: 'two_wheels_tess',
    kind: 'message',
    mood: 'neutral',
    topics: ['appointment'],
    de: [
      'Hi! I am cycling from Copenhagen to Lisbon and my rear wheel has opinions. Could you have a look tomorrow?',
      'Hi Tess, of course! Come at nine, travellers go first here. Coffee is ready at five past.',
      'You saved my trip. Two spokes and a smile, thank you!',
      'Send us a postcard from Lisbon. Tailwinds!',
    ],
    en: [
      'Hi! I am cycling from Copenhagen to Lisbon and my rear wheel has opinions. Could you have a look tomorrow?',
      'Hi Tess, of course! Come at nine, travellers go first here. Coffee is ready at five past.',
      'You saved my trip. Two spokes and a smile, thank you!',
      'Send us a postcard from Lisbon. Tailwinds!',
    ],
  },
  {
    by: 'schnaeppchen.felgen.24',
    kind: 'comment',
    mood: 'neutral',
    topics: [],
    de: [
      '🔥 Felgen -80 % nur heute, Link im Profil 🔥',
      'Werbung mit falschem Link, hat mit dem Beitrag nichts zu tun.',
    ],
    en: [
      '🔥 Rims 80 % off, today only, link in profile 🔥',
      'Advertising with a false link, nothing to do with the post.',
    ],
    measure: 'deleted',
  },
  {
    by: 'elbe_speiche',
    kind: 'comment',
    mood: 'neutral',
    topics: ['advice'],
    de: [
      'Reicht einmal im Monat ölen, oder ist das schon zu viel der Liebe?',
      'Einmal im Monat und nach jedem Regen. Erst putzen, dann ölen, sonst schmierst du nur Sand.',
    ],
    en: [
      'Is oiling once a month enough, or is that too much love already?',
      'Once a month and after every rain. Clean first, or you are only moving sand about.',
    ],
  },
  {
    by: 'kita_tante_frieda',
    kind: 'comment',
    mood: 'positive',
    topics: ['praise'],
    de: [
      'Die Kinder haben Ihr Lastenradvideo dreimal sehen wollen. Dreimal!',
      'Dann drehen wir wohl Teil 4. Viele Grüße an die Jury!',
    ],
    en: [
      'The children wanted to see your cargo bike video three times. Three!',
      'Then we had better film part 4. Regards to the jury!',
    ],
  },
  {
    by: 'gepaecktraeger_gustav',
    kind: 'message',
    mood: 'negative',
    topics: ['delivery'],
    de: [
      'Der Träger sollte Montag da sein. Heute ist Donnerstag, und in der Sendungsverfolgung steht er seit drei Tagen in Bremen.',
      'Er steht tatsächlich in Bremen, wir haben eben nachgefragt. Ein zweiter geht heute raus, den ersten behalten wir, wenn er eines Tages ankommt.',
    ],
    en: [
      'The carrier should have come on Monday. It is Thursday and tracking has had it in Bremen for three days.',
      'It really is in Bremen, we have just asked. Another one leaves today; should the first ever arrive, we keep it.',
    ],
    asked: 'service',
  },
  {
    by: 'lastenlotte',
    kind: 'comment',
    mood: 'positive',
    topics: ['praise'],
    de: [
      'Riemen fährt sich wie Butter. Beste Entscheidung des Jahres ❤',
      'Und nie wieder schwarze Hosenbeine. Danke für dein Vertrauen!',
    ],
    en: [
      'The belt rides like butter. Best decision of the year ❤',
      'And never black trouser legs again. Thank you for trusting us!',
    ],
  },
  {
    by: 'pedalpiet',
    kind: 'comment',
    mood: 'neutral',
    topics: ['price'],
    de: [
      'Was kostet der Frühlingscheck, wenn nur die Bremsen gemacht werden sollen?',
      'Nur Bremsen sind 39 Euro, Beläge kommen dazu. Der ganze Check 79. Wir sagen vorher, was sich lohnt.',
    ],
    en: [
      'What does the spring check cost if only the brakes need doing?',
      'Brakes alone are 39 euros plus pads, the whole check is 79. We tell you beforehand what makes sense.',
    ],
  },
  {
    by: 'klingelkonrad',
    kind: 'mention',
    mood: 'positive',
    topics: ['praise'],
    de: [
      'Schrauberkurs bei @radwerk.ahoi gemacht. Ich kann jetzt einen Schlauch wechseln und habe nur einmal geweint.',
      'Beim zweiten Mal weint keiner mehr. Danke, dass du dabei warst!',
    ],
    en: [
      'Took the repair course at @radwerk.ahoi. I can change a tube now and cried only once.',
      'Nobody cries the second time. Thanks for being there!',
    ],
  },
  {
    by: 'azubi_anfrage_ole',
    kind: 'message',
    mood: 'neutral',
    topics: ['application'],
    de: [
      'Hallo, ich bin 17 und suche eine Ausbildung als Zweiradmechatroniker. Nehmt ihr im Sommer jemanden?',
      'Hallo Ole, ja! Ein Platz ist frei. Komm gern für drei Tage zum Probearbeiten, Katrin meldet sich heute bei dir.',
    ],
    en: [
      'Hello, I am 17 and look for an apprenticeship as a bicycle mechanic. Do you take somebody in summer?',
      'Hello Ole, yes, there is one place. Come and work with us for three days; Katrin will write to you today.',
    ],
    asked: 'recruiting',
  },
  {
    by: 'regenhose_rike',
    kind: 'comment',
    mood: 'negative',
    topics: ['price'],
    de: [
      'Schönes Video, aber 119 Euro für eine Inspektion kann sich auch nicht jeder leisten.',
      'Verstehen wir. Jeden ersten Dienstag ist offene Werkstatt: Du schraubst, Jonas guckt zu, du zahlst nur die Teile.',
    ],
    en: [
      'Nice video, but not everyone can afford 119 euros for an inspection.',
      'We understand. Every first Tuesday the workshop is open: you do the work, Jonas watches, you pay only for parts.',
    ],
  },
  {
    by: 'kettenfett_karla',
    kind: 'comment',
    mood: 'positive',
    topics: ['praise'],
    de: [
      'Die Kaffeemühle schweigt. Ich bin fast ein bisschen einsam. Danke!',
      'Wenn sie dir fehlt: Kaffee gibt es bei uns weiterhin.',
    ],
    en: [
      'The coffee grinder is silent. I am almost a little lonely. Thank you!',
      'Should you miss it: there is still coffee here.',
    ],
  },
  {
    by: 'schutzblech_sina',
    kind: 'message',
    mood: 'neutral',
    topics: ['parts'],
    de: [
      'Habt ihr noch Schutzbleche in 28 Zoll, möglichst nicht in Chrom? Ich blende sonst die Nachbarn.',
      'In Mattschwarz haben wir zwei Sätze. Wir legen dir einen bis Samstag zurück.',
    ],
    en: [
      'Do you still have 28 inch mudguards, preferably not chrome? I would dazzle the neighbours.',
      'Two sets in matt black. We keep one for you until Saturday.',
    ],
  },
  {
    by: 'deichradler_dieter',
    kind: 'comment',
    mood: 'neutral',
    topics: ['advice'],
    de: [
      'Wieso zieht ihr die Kurbel mit Drehmoment an? Ich mache das seit vierzig Jahren nach Gefühl.',
      'Nach vierzig Jahren ist das Gefühl wohl geeicht. Für alle anderen steht der Wert auf der Kurbel.',
    ],
    en: [
      'Why use a torque wrench on the crank? I have done it by feel for forty years.',
      'After forty years the feel is probably calibrated. For everybody else the figure stands on the crank.',
    ],
    lateDays: 1,
  },
  {
    by: 'ventilvera',
    kind: 'message',
    mood: 'positive',
    topics: ['praise', 'appointment'],
    de: [
      'Kann man bei euch auch Gutscheine kaufen? Mein Bruder fährt seit zwei Jahren ohne Vorderbremse, ich mache mir Sorgen.',
      'Ja, an der Theke oder im Shop. Und für deinen Bruder halten wir einen frühen Termin frei.',
    ],
    en: [
      'Do you sell vouchers? My brother has been riding without a front brake for two years and I worry.',
      'Yes, at the counter or in the shop. And we keep an early appointment for your brother.',
    ],
  },
]
