/** What was said in the crisis of the brake pads. The maker and everybody else are made up. */
import type { Language } from '../../../../../shared/contract/fields.ts'
import { PEOPLE } from './sample-company.ts'
import type { SampleTalk } from './sample-talk.ts'

export const CRISIS_TALKS: readonly SampleTalk[] = [
  {
    by: 'bremsweg_britta',
    kind: 'comment',
    mood: 'angry',
    topics: ['repair', 'parts'],
    de: [
      'Ihr verbaut Bremsbeläge, die zurückgerufen werden?! Das lese ich beim Frühstück in der Zeitung!',
      'Wir haben es heute früh auch erst erfahren, entschuldige den Schreck. Wer betroffen ist, bekommt neue Beläge, sofort und kostenlos. Wie du die Charge erkennst, steht oben im Beitrag.',
    ],
    en: [
      'You fit brake pads that are being recalled?! I read that in the paper over breakfast!',
      'We learned of it this morning ourselves, we are sorry for the fright. Whoever is affected gets new pads at once, free of charge. The post above says how to tell the batch.',
    ],
  },
  {
    by: 'pendel_pascal',
    kind: 'comment',
    mood: 'negative',
    topics: ['repair'],
    de: [
      'Meine Frau fährt seit März mit genau diesen Belägen den Kleinen zur Kita. Was sollen wir jetzt tun?',
      'Bitte bis zum Tausch nicht mehr fahren. Jonas kommt heute um 17 Uhr zu euch und wechselt sie vor der Haustür.',
    ],
    en: [
      'My wife has taken our little one to nursery on exactly these pads since March. What are we to do?',
      'Please do not ride until they are replaced. Jonas comes at 5 pm today and changes them at your door.',
    ],
    asked: 'mechanic',
  },
  {
    by: 'bremsweg_bodo',
    kind: 'comment',
    mood: 'angry',
    topics: ['repair'],
    de: [
      'Und warum erfährt man das nicht von euch? Wird das ausgesessen?',
      'Nein. Wir rufen seit 10 Uhr alle an, deren Räder wir seit Januar hatten, 64 von 91 haben wir erreicht. Schick uns deine Auftragsnummer, dann bist du der Nächste.',
    ],
    en: [
      'And why do we not hear it from you? Are you sitting it out?',
      'No. Since 10 we have been calling everyone whose bike was here since January and have reached 64 of 91. Send us your job number and you are next.',
    ],
    asked: 'owner',
  },
  {
    by: 'schraubersonja',
    kind: 'comment',
    mood: 'neutral',
    topics: ['parts'],
    de: [
      'Woran erkenne ich die Charge, wenn der Belag schon eingebaut ist?',
      'An den drei Ziffern auf der Trägerplatte, mit der Taschenlampe von hinten. 7-1 bis 7-4 ist betroffen.',
    ],
    en: [
      'How do I tell the batch once the pad is fitted?',
      'By the three signs on the back plate, with a torch from behind. 7-1 to 7-4 are affected.',
    ],
  },
  {
    by: 'pendel_pascal',
    kind: 'comment',
    mood: 'positive',
    topics: ['praise'],
    de: [
      'Angerufen, vorbeigekommen, in zwanzig Minuten getauscht, dem Kleinen noch die Klingel gerichtet. So geht das.',
      'Die Klingel war Jonas wichtig. Danke für eure Geduld!',
    ],
    en: [
      'Called, came, changed in twenty minutes, and mended the little one’s bell. That is how it is done.',
      'The bell mattered to Jonas. Thank you for your patience!',
    ],
  },
]

interface CrisisTexts {
  readonly title: string
  /** Minutes after the beginning. */
  readonly notes: readonly (readonly [minutes: number, text: string])[]
  readonly statement: { readonly title: string; readonly text: string }
  readonly contacts: readonly { name: string; role: string; reachableBy: string; within: number }[]
  readonly task: readonly string[]
  readonly calm: readonly string[]
  readonly closing: string
  readonly cause: string
  readonly whatHelped: string
  readonly whatChanges: string
}

const TEXTS: Readonly<Record<Language, CrisisTexts>> = {
  de: {
    title: 'Rückruf der Bremsbeläge, Charge 7',
    notes: [
      [
        12,
        'Hersteller angerufen: Charge 7-1 bis 7-4, der Belag kann sich vom Träger lösen. Bisher kein Unfall bekannt.',
      ],
      [95, 'Auftragsbuch durchgesehen: 91 Räder seit Januar. Katrin und Jonas teilen sich die Anrufe.'],
      [430, '64 erreicht, 22 schon getauscht. Der Ton unter dem Beitrag wird freundlicher.'],
    ],
    statement: {
      title: 'Was wir wissen und was wir tun',
      text: 'Der Hersteller ruft Bremsbeläge der Charge 7 zurück. Wir haben sie seit Januar bei 91 Rädern verbaut und rufen heute alle an. Der Tausch ist kostenlos und ohne Termin, auf Wunsch kommen wir vorbei. Bitte fahren Sie bis dahin nicht.',
    },
    contacts: [
      { name: PEOPLE.owner, role: 'Inhaberin', reachableBy: 'Mobil', within: 20 },
      { name: PEOPLE.mechanic, role: 'Werkstatt', reachableBy: 'Werkstatttelefon', within: 30 },
      { name: 'Versicherung Leuchtfeuer', role: 'Betriebshaftpflicht', reachableBy: 'Schadenhotline', within: 240 },
    ],
    task: [
      'Geplante Beiträge und Anzeigen anhalten',
      'Betroffene aus dem Auftragsbuch heraussuchen',
      'Beläge im Lager sperren',
      'Stellungnahme abstimmen und anpinnen',
    ],
    calm: ['Alle Betroffenen sind erreicht', 'Zwei Tage lang keine neue Beschwerde'],
    closing: '91 von 91 erreicht, 88 getauscht, drei holen es nach dem Urlaub nach.',
    cause: 'Der Rückruf stand in der Zeitung, bevor der Hersteller die Werkstätten angeschrieben hat.',
    whatHelped: 'Alle selbst anzurufen, die Zahl der Erreichten offen zu nennen und zu den Leuten hinzufahren.',
    whatChanges:
      'Chargennummern stehen ab sofort im Auftrag. Rückrufmeldungen der Hersteller liest Jonas jeden Morgen.',
  },
  en: {
    title: 'Recall of brake pads, batch 7',
    notes: [
      [12, 'Called the maker: batch 7-1 to 7-4, the pad may come off its plate. No accident known so far.'],
      [95, 'Went through the job book: 91 bikes since January. Katrin and Jonas share the calls.'],
      [430, '64 reached, 22 already changed. The tone below the post is getting friendlier.'],
    ],
    statement: {
      title: 'What we know and what we do',
      text: 'The maker recalls brake pads of batch 7. We fitted them to 91 bikes since January and are calling everyone today. The change is free and needs no appointment; we come to you if you like. Please do not ride until then.',
    },
    contacts: [
      { name: PEOPLE.owner, role: 'Owner', reachableBy: 'Mobile', within: 20 },
      { name: PEOPLE.mechanic, role: 'Workshop', reachableBy: 'Workshop phone', within: 30 },
      { name: 'Beacon Insurance', role: 'Liability', reachableBy: 'Claims line', within: 240 },
    ],
    task: [
      'Stop planned posts and ads',
      'Find everyone affected in the job book',
      'Lock away the pads in store',
      'Agree on a statement and pin it',
    ],
    calm: ['Everyone affected was reached', 'No new complaint for two days'],
    closing: '91 of 91 reached, 88 changed, three will follow after their holidays.',
    cause: 'The recall stood in the paper before the maker wrote to the workshops.',
    whatHelped: 'Calling everyone ourselves, saying openly how many were reached, and going to people’s homes.',
    whatChanges: 'Batch numbers are noted with every job from now on. Jonas reads the makers’ recalls every morning.',
  },
}

export function crisisTextsIn(language: Language): CrisisTexts {
  return TEXTS[language]
}
