/** What waits for an answer when the sample is opened, and the two messages that became leads. */
import type { Language } from '../../../../../shared/contract/fields.ts'
import type { Priority } from '../../../../../shared/domain/conversation.ts'
import type { SampleChannel } from './sample-company.ts'
import type { SampleTalk } from './sample-talk.ts'

export interface OpenTalk extends Omit<SampleTalk, 'lateDays' | 'measure'> {
  readonly channel: SampleChannel
  /** Minutes from now until an answer is due; below zero: it is overdue. Null: none is owed. */
  readonly due: number | null
  readonly priority?: Priority
  readonly state?: 'draft' | 'answered' | 'snoozed'
  /** Of what was handed over: minutes from now until it should be back, and what was asked. */
  readonly returnInMinutes?: number
  readonly note?: Readonly<Record<Language, string>>
}

export const OPEN_TALKS: readonly OpenTalk[] = [
  {
    by: 'rahmenbruch_rudi',
    channel: 'instagram',
    kind: 'comment',
    mood: 'angry',
    topics: ['repair'],
    due: -72,
    priority: 'high',
    state: 'draft',
    de: [
      'Mein Rad sollte gestern fertig sein. Ich stand umsonst vor der Tür, im Regen, mit zwei Kindern. So langsam bin ich echt sauer.',
    ],
    en: [
      'My bike should have been ready yesterday. I stood at your door in vain, in the rain, with two children. I am getting really cross.',
    ],
  },
  {
    by: 'kollektiv.kaikante',
    channel: 'instagram',
    kind: 'message',
    mood: 'neutral',
    topics: ['price', 'appointment'],
    due: 38,
    de: [
      'Moin! Wir sind ein Planungsbüro mit 12 Diensträdern und suchen jemanden für die Wartung. Kommt ihr auch in die Speicherstadt?',
    ],
    en: [
      'Hello! We are a planning office with 12 company bikes and need somebody to service them. Would you come to the warehouse district?',
    ],
  },
  {
    by: 'ventilvera',
    channel: 'instagram',
    kind: 'comment',
    mood: 'neutral',
    topics: ['appointment'],
    due: 80,
    de: ['Macht ihr die Winterinspektion auch samstags? Unter der Woche schaffe ich es nie vor 19 Uhr.'],
    en: ['Do you do winter inspections on Saturdays? On weekdays I never make it before 7 pm.'],
  },
  {
    by: 'Torben Tretlager',
    channel: 'facebook',
    kind: 'review',
    mood: 'negative',
    topics: ['delivery'],
    stars: 2,
    due: 150,
    de: [
      'Rad super, Versand nicht: Das Zubehör kam in einem Karton ohne Boden. Beim Auspacken rollte eine Klingel durchs Treppenhaus.',
    ],
    en: [
      'Great bike, poor shipping: the accessories came in a box without a bottom. A bell rolled down the stairs when I opened it.',
    ],
  },
  {
    by: 'gravel_greta',
    channel: 'tiktok',
    kind: 'comment',
    mood: 'neutral',
    topics: ['advice'],
    due: 290,
    de: ['ok tubeless überzeugt mich, aber wie oft muss die milch neu?'],
    en: ['ok tubeless convinces me, but how often does the sealant need changing?'],
  },
  {
    by: 'nabendynamo_nele',
    channel: 'instagram',
    kind: 'mention',
    mood: 'positive',
    topics: ['praise'],
    due: null,
    priority: 'low',
    de: ['Tausend Kilometer mit der Nabe von @radwerk.ahoi, kein Mucks. Wer sein Rad liebt, bringt es dahin ❤'],
    en: ['A thousand kilometres on the hub from @radwerk.ahoi, not a sound. If you love your bike, take it there ❤'],
  },
  {
    by: 'kettenfett_karla',
    channel: 'instagram',
    kind: 'message',
    mood: 'neutral',
    topics: ['parts'],
    due: 60,
    state: 'answered',
    de: [
      'Passt der Riemen von Lotte auch an mein Rad? Ich bin neidisch auf die sauberen Hosenbeine.',
      'Das hängt am Hinterbau. Schickst du uns ein Foto von rechts hinten?',
    ],
    en: [
      'Would Lotte’s belt fit my bike too? I envy her clean trouser legs.',
      'It depends on the rear end. Could you send a picture from the right?',
    ],
  },
  {
    by: 'Petra Packtasche',
    channel: 'facebook',
    kind: 'message',
    mood: 'negative',
    topics: ['delivery'],
    due: 45,
    asked: 'service',
    returnInMinutes: -40,
    note: { de: 'Wo steckt das Paket? Sendung vom Montag.', en: 'Where is the parcel? Sent on Monday.' },
    de: ['Es ist wieder eine Tasche unterwegs und wieder bei den Treppenliften, fürchte ich. Können Sie nachsehen?'],
    en: ['Another bag is on its way, and with the stairlifts again, I fear. Could you have a look?'],
  },
  {
    by: 'asphalt_anton',
    channel: 'tiktok',
    kind: 'comment',
    mood: 'neutral',
    topics: ['repair'],
    due: 340,
    asked: 'mechanic',
    returnInMinutes: 95,
    note: { de: 'Welches Drehmoment sagen wir öffentlich?', en: 'Which torque do we say in public?' },
    de: ['Mit wie viel Newtonmetern zieht ihr die Bremsscheibe fest? Im Video sieht man den Schlüssel nicht.'],
    en: ['How many newton metres do you put on the disc? One cannot see the wrench in the video.'],
  },
  {
    by: 'klingelkonrad',
    channel: 'instagram',
    kind: 'comment',
    mood: 'positive',
    topics: ['praise'],
    due: 130,
    state: 'snoozed',
    de: ['Wann gibt es den Schrauberkurs für Fortgeschrittene? Ich weine nicht mehr, ich will Speichen!'],
    en: ['When is the advanced repair course? I no longer cry, I want spokes!'],
  },
]

/** An answer somebody was about to give. */
export const REPLY_BEGUN: Readonly<Record<Language, string>> = {
  de: 'Das tut uns leid, mit Kindern im Regen erst recht. Dein Rad steht seit heute früh fertig hier. Wir bringen es dir ',
  en: 'We are sorry, all the more with children in the rain. Your bike has been ready since this morning. We bring it to you ',
}

export const KINDERGARTEN_TALK: SampleTalk = {
  by: 'kita.wattwuermchen',
  kind: 'message',
  mood: 'positive',
  topics: ['price', 'advice'],
  de: [
    'Guten Tag, wir sind eine Kita mit 40 Kindern und träumen von drei Lastenrädern für Ausflüge. Wie fängt man da an?',
    'Guten Tag, mit einer Probefahrt! Wir bringen nächste Woche zwei Modelle vorbei und rechnen Ihnen ein Angebot mit Wartung.',
  ],
  en: [
    'Good day, we are a nursery with 40 children and dream of three cargo bikes for trips. How does one begin?',
    'Good day, with a test ride! We bring two models next week and prepare an offer with servicing.',
  ],
  asked: 'owner',
}

export const FLEET_TALK: SampleTalk = {
  by: 'fleet.zeichentisch',
  kind: 'message',
  mood: 'neutral',
  topics: ['price', 'appointment'],
  de: [
    'Hallo, euer Video zum Bremsencheck hat bei uns im Architekturbüro die Runde gemacht. Wartet ihr auch ganze Flotten? Wir haben acht Räder.',
    'Hallo, ja, alle acht an einem Vormittag, direkt bei euch im Hof. Katrin schickt heute ein Angebot.',
    'Das Angebot passt, wir nehmen den ersten Dienstag.',
    'Ist eingetragen. Kaffee bringen wir mit, Strom bräuchten wir von euch.',
  ],
  en: [
    'Hello, your brake check video went round our architects’ office. Do you service whole fleets? We have eight bikes.',
    'Hello, yes, all eight in one morning, right in your yard. Katrin sends an offer today.',
    'The offer is fine, we take the first Tuesday.',
    'It is in the book. We bring coffee, you would have to lend us a socket.',
  ],
  asked: 'owner',
}
