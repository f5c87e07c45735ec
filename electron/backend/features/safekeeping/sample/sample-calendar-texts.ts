/** What the sample's posts say. */
import type { Language } from '../../../../../shared/contract/fields.ts'
import type { SamplePillar } from './sample-record-texts.ts'

export interface CalendarTexts {
  readonly posts: Readonly<Record<SamplePillar, string>>
  readonly ownText: string
  readonly audience: string
  readonly checks: readonly string[]
}

export const CALENDAR_TEXTS: Readonly<Record<Language, CalendarTexts>> = {
  de: {
    posts: {
      knowledge:
        '{{title}}: So geht es ohne Fluchen. Was Sie brauchen, liegt meist schon in der Schublade – und wo es hakt, zeigen wir im Film. Fragen? Ab in die Kommentare. #fahrrad #werkstatt',
      stories:
        '{{title}}. Eine Geschichte aus unserer Kundschaft, erzählt in einer Minute. Wie fahren Sie durch den Alltag? #lastenrad #hamburg',
      offers: '{{title}}. Termine gibt es vor Ort oder über den Link im Profil. Wir freuen uns auf Sie und Ihr Rad.',
      insights:
        '{{title}}. Ein Blick hinter die Theke: So sieht ein ganz normaler Tag bei uns aus. #werkstatt #handwerk',
    },
    ownText:
      'Bei Regen zur Arbeit? Drei aus unserer Kundschaft erzählen, womit sie trocken ankommen. Welche Frage dürfen wir Ihnen beantworten?',
    audience: 'Pendler',
    checks: ['Text geschrieben', 'Bild oder Film fertig', 'Bildbeschreibung', 'Freigabe durch die Werkstatt'],
  },
  en: {
    posts: {
      knowledge:
        '{{title}}: this is how it works without swearing. What you need is mostly in your drawer already – and where it sticks, our film shows. Questions? Into the comments. #bike #workshop',
      stories:
        '{{title}}. A story from one of our customers, told in a minute. How do you get through your day? #cargobike #hamburg',
      offers:
        '{{title}}. Dates are to be had in the shop or by the link in our profile. We look forward to you and your bike.',
      insights: '{{title}}. A look behind the counter: a perfectly ordinary day with us. #workshop #craft',
    },
    ownText:
      'To work in the rain? Three of our customers tell how they arrive dry. Which question may we answer for you?',
    audience: 'Commuters',
    checks: ['Text written', 'Picture or film done', 'Alternative text', 'Approved by the workshop'],
  },
}
