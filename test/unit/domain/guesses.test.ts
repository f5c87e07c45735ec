import { describe, expect, test } from 'vitest'
import { ACTIVITIES, guessActivity } from '../../../shared/domain/activity.ts'
import { guessNetwork, guessNetworkOfCampaign, guessNetworkOfCode } from '../../../shared/domain/network.ts'

describe('the network a name points at', () => {
  test.each([
    ['Instagram', 'instagram'],
    ['Nordlicht – IG', 'instagram'],
    ['Social Media: Facebook', 'facebook'],
    ['FB Seite', 'facebook'],
    ['LinkedIn Unternehmensseite', 'linkedin'],
    ['TikTok', 'tiktok'],
    ['YouTube Shorts', 'youtube'],
    ['X (Twitter)', 'x'],
    ['XING', 'xing'],
    ['www.instagram.com', 'instagram'],
    ['l.facebook.com', 'facebook'],
    ['de.linkedin.com', 'linkedin'],
    ['https://www.tiktok.com/@radwerk', 'tiktok'],
    ['t.co', 'x'],
    ['Über Instagram.', 'instagram'],
    ['Bei Insta gesehen!', 'instagram'],
  ])('%s: %s', (text, network) => {
    expect(guessNetwork(text)).toBe(network)
  })

  test.each([
    'Allgemein',
    '',
    'Website',
    'Instagram und Facebook',
    'Highlight',
    'Kundenliste',
    'Pinnwand',
    'Newsletter',
  ])('%j: none', (text) => {
    expect(guessNetwork(text)).toBeNull()
  })
})

describe('the network of a discount code', () => {
  test.each([
    ['INSTA10', 'instagram'],
    ['TIKTOK5', 'tiktok'],
    ['10FB', 'facebook'],
    ['YT15', 'youtube'],
    ['INSTASOMMER', 'instagram'],
    ['SOMMERINSTA', 'instagram'],
    ['Linkedin-2026', 'linkedin'],
    ['MAI_TIKTOK', 'tiktok'],
  ])('%s: %s', (code, network) => {
    expect(guessNetworkOfCode(code)).toBe(network)
  })

  test.each(['WELCOME10', 'SOMMER26', 'X10', '', '2026', 'NEWSLETTER5', 'FREUNDE', 'PINGUIN10'])('%j: none', (code) => {
    expect(guessNetworkOfCode(code)).toBeNull()
  })
})

test.each([
  ['Frühjahr | Reels', 'instagram'],
  ['Sommer Abo; Stories', 'instagram'],
  ['TikTok Spark Herbst', 'tiktok'],
  ['Herbst-Lookalike', null],
  ['Historische Räder', null],
])('the campaign %s: %s', (name, network) => {
  expect(guessNetworkOfCampaign(name)).toBe(network)
})

describe('the activity a label points at', () => {
  test.each([
    ['Kommentare beantworten', 'dialogue'],
    ['Community Management', 'dialogue'],
    ['Google-Bewertungen', 'dialogue'],
    ['Reel-Produktion', 'content'],
    ['Fotoshooting Werkstatt', 'content'],
    ['Organische Reels', 'content'],
    ['Redaktionsplanung', 'planning'],
    ['Kampagnenplanung', 'planning'],
    ['Beiträge einstellen', 'publishing'],
    ['Threads posten', 'publishing'],
    ['Video-Uploads', 'publishing'],
    ['Anzeigen optimieren', 'ads'],
    ['Meta Ads', 'ads'],
    ['Google-Ads', 'ads'],
    ['Monatsbericht', 'reporting'],
    ['Kampagnenauswertung', 'reporting'],
    ['Abstimmung mit Vertrieb', 'coordination'],
    ['Jour fixe', 'coordination'],
    ['Orga', 'coordination'],
    ['Organisation Messe', 'coordination'],
    ['Online-Kurs Reels', 'learning'],
    ['Weiterbildung', 'learning'],
  ])('%s: %s', (label, activity) => {
    expect(guessActivity(label)?.activity).toBe(activity)
  })

  test('a name of ours is certain, a word in a label is a guess', () => {
    for (const activity of ACTIVITIES) expect(guessActivity(activity)).toEqual({ activity, isExact: true })
    expect(guessActivity(' Dialog ')).toEqual({ activity: 'dialogue', isExact: true })
    expect(guessActivity('Planung')).toEqual({ activity: 'planning', isExact: true })
    expect(guessActivity('Planung Mai')).toEqual({ activity: 'planning', isExact: false })
  })

  test.each(['', '  ', 'Sonstiges', 'Leads nachfassen', 'Fahrt'])('%j: none', (label) => {
    expect(guessActivity(label)).toBeNull()
  })
})
