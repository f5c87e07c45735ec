/** What was written below the short videos: quick, short, and not always about bicycles. */
import type { SampleTalk } from './sample-talk.ts'

export const TIKTOK_TALKS: readonly SampleTalk[] = [
  {
    by: 'speichenspiegel',
    kind: 'comment',
    mood: 'positive',
    topics: ['praise'],
    de: [
      '40 Sekunden und ich habe mehr gelernt als in drei Jahren Technikunterricht 😂',
      'Sag das bitte nicht deinem Lehrer 😄',
    ],
    en: ['40 seconds and I learned more than in three years of crafts class 😂', 'Please do not tell your teacher 😄'],
  },
  {
    by: 'kurbelkim',
    kind: 'comment',
    mood: 'neutral',
    topics: ['parts'],
    de: [
      'welches kettenöl ist das im video?',
      'Ein einfaches Wachsöl, 9 Euro. Wichtiger als die Marke: danach abwischen!',
    ],
    en: [
      'which chain oil is that in the video?',
      'A plain wax lube, 9 euros. More important than the brand: wipe it off afterwards!',
    ],
  },
  {
    by: 'platten_paul',
    kind: 'comment',
    mood: 'neutral',
    topics: ['advice'],
    de: [
      'und wenn man keine reifenheber hat? frage für einen freund der grad am elbstrand sitzt',
      'Sag deinem Freund: zwei Löffel gehen auch. Aber nicht die guten von Oma.',
    ],
    en: [
      'and without tyre levers? asking for a friend who is sitting on the beach right now',
      'Tell your friend two spoons will do. But not grandma’s good ones.',
    ],
  },
  {
    by: 'x_gratis_ebike_x',
    kind: 'comment',
    mood: 'neutral',
    topics: [],
    de: ['E-Bike GEWONNEN!!! schreibt mir schnell privat', 'Gewinnspielbetrug; der Absender ist gesperrt.'],
    en: ['E-bike WON!!! message me quickly', 'Prize fraud; the sender is blocked.'],
    measure: 'blocked',
  },
  {
    by: 'wheelie.wiebke',
    kind: 'comment',
    mood: 'positive',
    topics: ['praise'],
    de: ['der move mit dem kabelbinder 🤌', 'Kabelbinder lösen 80 % aller Probleme. Die anderen 20 % löst Jonas.'],
    en: ['that cable tie move 🤌', 'Cable ties solve 80 % of all problems. Jonas solves the rest.'],
  },
  {
    by: 'asphalt_anton',
    kind: 'comment',
    mood: 'negative',
    topics: ['advice'],
    de: [
      'Bremse so einstellen ist gefährlich, ihr habt den Splint vergessen',
      'Gut aufgepasst! Im Video fehlt der Schnitt, in der Werkstatt fehlt er nie. Wir pinnen einen Hinweis an.',
    ],
    en: [
      'adjusting the brake like that is dangerous, you forgot the split pin',
      'Well spotted! It is missing in the cut, never in the workshop. We pin a note.',
    ],
    asked: 'mechanic',
  },
  {
    by: 'kurbelkim',
    kind: 'comment',
    mood: 'positive',
    topics: ['praise'],
    de: ['öl gekauft, abgewischt, rad flüstert jetzt', 'So soll es sein. Psst.'],
    en: ['bought the lube, wiped it off, bike whispers now', 'As it should. Hush.'],
  },
  {
    by: 'london.linda.rides',
    kind: 'comment',
    mood: 'positive',
    topics: ['praise'],
    de: [
      'I do not understand a word but I watched all of it. Greetings from London!',
      'The bike speaks every language. Greetings back from Hamburg!',
    ],
    en: [
      'I do not understand a word but I watched all of it. Greetings from London!',
      'The bike speaks every language. Greetings back from Hamburg!',
    ],
  },
  {
    by: 'nachtschicht_nora',
    kind: 'comment',
    mood: 'neutral',
    topics: ['appointment'],
    de: [
      'habt ihr auch termine für leute die nachts arbeiten?',
      'Donnerstags ab 7 Uhr früh. Du gehst schlafen, wir schrauben.',
    ],
    en: [
      'any appointments for people who work nights?',
      'Thursdays from 7 in the morning. You go to sleep, we do the work.',
    ],
  },
  {
    by: 'platten_paul',
    kind: 'comment',
    mood: 'positive',
    topics: ['praise'],
    de: [
      'update: die löffel sind krumm aber mein freund ist zu hause',
      'Ein Held in krummem Besteck. Reifenheber kosten 3 Euro, wir sagen ja nur.',
    ],
    en: [
      'update: the spoons are bent but my friend is home',
      'A hero with bent cutlery. Tyre levers are 3 euros, just saying.',
    ],
  },
  {
    by: 'gravel_greta',
    kind: 'comment',
    mood: 'negative',
    topics: ['advice'],
    de: [
      'Immer nur Stadträder. Macht doch mal was zu Gravel!',
      'Notiert und in den Plan geschrieben: Tubeless in vier Wochen. Danke für den Schubs.',
    ],
    en: [
      'City bikes, always city bikes. Do something on gravel for once!',
      'Noted and planned: tubeless in four weeks. Thanks for the nudge.',
    ],
    lateDays: 2,
  },
  {
    by: 'speichenspiegel',
    kind: 'comment',
    mood: 'neutral',
    topics: ['application'],
    de: [
      'kann man bei euch schülerpraktikum machen?',
      'Ja, zwei Wochen im Frühjahr. Schreib uns eine kurze Bewerbung an die Werkstatt, wir melden uns.',
    ],
    en: [
      'do you take school interns?',
      'Yes, two weeks in spring. Send the workshop a short application, you will hear from us.',
    ],
    asked: 'recruiting',
  },
]
