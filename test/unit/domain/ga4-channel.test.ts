import { describe, expect, test } from 'vitest'
import { channelGroupOf, isSocialGroup } from '../../../shared/domain/ga4-channel.ts'

describe('the channel group of source / medium', () => {
  test.each([
    ['instagram', 'paid_social', 'paid-social'],
    ['instagram', 'cpc', 'paid-social'],
    ['Facebook', 'CPM', 'paid-social'],
    ['fb', 'paid', 'paid-social'],
    ['meta', 'paid_social', 'paid-social'],
    ['instagram', 'social', 'organic-social'],
    ['l.instagram.com', 'referral', 'organic-social'],
    ['lm.facebook.com', 'referral', 'organic-social'],
    ['business.facebook.com', 'referral', 'organic-social'],
    ['linkedin.com', '', 'organic-social'],
    ['lnkd.in', 'referral', 'organic-social'],
    ['t.co', 'referral', 'organic-social'],
    ['youtube.com', 'referral', 'organic-social'],
    ['tiktok', 'video', 'organic-social'],
    ['linktree', 'social', 'organic-social'],
    ['google', 'organic', 'organic-search'],
    ['google', 'cpc', 'paid-search'],
    ['bing', 'ppc', 'paid-search'],
    ['newsletter', 'email', 'email'],
    ['mailchimp', 'e-mail', 'email'],
    ['instagram', 'email', 'email'],
    ['(direct)', '(none)', 'direct'],
    ['', '', 'direct'],
    ['partner', 'affiliate', 'affiliates'],
    ['zeitung-online', 'banner', 'display'],
    ['heise.de', 'referral', 'referral'],
    ['qr', 'flyer', 'other'],
  ])('%s / %s is %s', (source, medium, group) => {
    expect(channelGroupOf(source, medium)).toBe(group)
  })

  test('only the two social groups are social', () => {
    expect(isSocialGroup('paid-social')).toBe(true)
    expect(isSocialGroup('organic-social')).toBe(true)
    expect(isSocialGroup('email')).toBe(false)
    expect(isSocialGroup('paid-search')).toBe(false)
    expect(isSocialGroup('direct')).toBe(false)
  })
})
