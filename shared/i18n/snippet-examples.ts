/** Ready-made answers a new ledger can begin with. Each is there in both languages, whatever the language of the screen. */
import type { Language } from './format.ts'

export type ExampleVariant = 'de formal' | 'de informal' | 'en formal' | 'en informal'

export interface SnippetExample {
  readonly key: 'late' | 'thanks' | 'question'
  /** What it is called, and the topic it belongs to. */
  readonly names: Readonly<Record<Language, { readonly name: string; readonly topic: string }>>
  readonly texts: Readonly<Record<ExampleVariant, string>>
}

export const SNIPPET_EXAMPLES: readonly SnippetExample[] = [
  {
    key: 'late',
    names: {
      de: { name: 'Lieferung, entschuldigen', topic: 'Lieferung' },
      en: { name: 'Delivery, apologise', topic: 'Delivery' },
    },
    texts: {
      'de formal':
        'Guten Tag {name}, das tut uns leid. Wir prüfen gerade, wo Ihre Bestellung {bestellung} steckt, und melden uns noch heute bei Ihnen. {ich}',
      'de informal':
        'Hallo {name}, das ist ärgerlich, entschuldige bitte. Wir schauen sofort, wo deine Bestellung {bestellung} steckt, und melden uns noch heute bei dir. {ich}',
      'en formal':
        'Dear {name}, we are sorry about this. We are finding out where your order {order} is and will get back to you today. {me}',
      'en informal':
        'Hi {name}, sorry about that! We are checking where your order {order} is and will get back to you today. {me}',
    },
  },
  {
    key: 'thanks',
    names: {
      de: { name: 'Lob, bedanken', topic: 'Lob' },
      en: { name: 'Praise, thank you', topic: 'Praise' },
    },
    texts: {
      'de formal': 'Vielen Dank für Ihre freundlichen Worte, {name}! Das geben wir gern an alle weiter. {ich}',
      'de informal': 'Danke dir, {name}, das freut uns riesig! Wir geben es an alle weiter. {ich}',
      'en formal': 'Thank you for your kind words, {name}. We will pass them on to everyone. {me}',
      'en informal': 'Thanks so much, {name}, that made our day! {me}',
    },
  },
  {
    key: 'question',
    names: {
      de: { name: 'Beratung, nachfragen', topic: 'Beratung' },
      en: { name: 'Advice, ask back', topic: 'Advice' },
    },
    texts: {
      'de formal':
        'Guten Tag {name}, danke für Ihre Frage. Damit wir Sie gut beraten: Wofür möchten Sie es verwenden? Mehr dazu steht unter {link}. {ich}',
      'de informal':
        'Hallo {name}, gute Frage! Sag uns kurz, wofür du es verwenden möchtest, dann beraten wir dich gern. Mehr dazu: {link} {ich}',
      'en formal':
        'Dear {name}, thank you for your question. May we ask what you would like to use it for? There is more at {link}. {me}',
      'en informal': 'Hi {name}, good question! What would you like to use it for? More here: {link} {me}',
    },
  },
]
