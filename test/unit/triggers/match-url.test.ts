import type { UrlPattern } from '@askwell/core';
import { matchUrl, parseDuration } from '@askwell/triggers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const at = (path: string): string => `https://shop.example.com:8443${path}`;

describe('matchUrl()', () => {
  it.each<[UrlPattern, string, boolean]>([
    ['/', '/', true],
    ['/', '/a', false],
    ['/pricing', '/pricing', true],
    ['/pricing', '/pricing/', true],
    ['/pricing/', '/pricing', true],
    ['/pricing', '/pricing?utm=1#top', true],
    ['/pricing', '/Pricing', false],
    ['/pricing', '/pricing/eu', false],
    ['/app/**', '/app', true],
    ['/app/**', '/app/', true],
    ['/app/**', '/app/a/b', true],
    ['/app/**', '/apps', false],
    ['/app/*', '/app/a', true],
    ['/app/*', '/app/a/b', false],
    ['/app/*', '/app', false],
    ['/*/edit', '/42/edit', true],
    ['/*/edit', '/4/2/edit', false],
    ['/**/edit', '/4/2/edit', true],
    ['**', '/anything/at/all', true],
    ['**dash**', '/my/dashboard', true],
    ['/über', '/%C3%BCber', true],
    ['/a.c', '/abc', false],
    ['/(a|b)+', '/(a|b)+', true],
    [['/a', '/b'], '/b', true],
    [['/a', '/b'], '/c', false],
    [{ host: 'shop.example.com:8443' }, '/', true],
    [{ host: '*.example.com:*' }, '/', true],
    [{ host: '*.example.com' }, '/', false],
    [{ host: ['a', '**example.com**'], path: '/x' }, '/x', true],
    [{ host: '**', path: '/y' }, '/x', false],
    [{ query: { tab: 'billing' } }, '/?tab=billing&x=1', true],
    [{ query: { tab: 'billing' } }, '/?tab=other&tab=billing', true],
    [{ query: { tab: 'billing' } }, '/?tab=other', false],
    [{ query: { tab: true } }, '/?tab', true],
    [{ query: { tab: true } }, '/', false],
    [{ query: { tab: '' } }, '/?tab=', true],
    [{ hash: 'pay' }, '/#pay', true],
    [{ hash: '/route/**' }, '/#/route/a', true],
    [{ hash: 'pay' }, '/', false],
  ])('%j and %s: %s', (pattern, path, expected) => {
    expect(matchUrl(pattern, at(path))).toBe(expected);
  });

  it.each([undefined, '', '/relative', 'no address', 'https://example.com/%E0%A4%A'])('does not know %s', (address) => {
    expect(matchUrl('/', address)).toBeUndefined();
  });

  it('takes no longer for stars upon stars: steps grow with the product of the lengths', () => {
    const text = 'a'.repeat(2000);
    expect(matchUrl(`/${'*a'.repeat(240)}b`, at(`/${text}`))).toBe(false);
    expect(matchUrl(`/${'**a'.repeat(160)}b`, at(`/${text}`))).toBe(false);
  });

  it('means what a regular expression of the same would mean', () => {
    const letters = (of: string): fc.Arbitrary<string> => fc.string({ unit: fc.constantFrom(...of), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(letters('a/b*'), letters('a/b'), (glob, text) => {
        const pattern = glob.replace(/\*\*|\*/g, (star) => (star === '*' ? '[^/]*' : '[^]*'));
        expect(matchUrl({ hash: glob }, at(`/#${text}`))).toBe(new RegExp(`^${pattern}$`).test(text));
      }),
      { numRuns: 10_000 },
    );
  });

  it('finds every path by itself, and under every folder of it', () => {
    const segment = fc.stringMatching(/^[a-z0-9_.~-]{1,8}$/).filter((text) => !/^\.+$/.test(text));
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 5 }), fc.nat(5), (segments, depth) => {
        const path = `/${segments.join('/')}`;
        const folder = `/${segments.slice(0, depth).join('/')}`.replace(/\/$/, '');
        expect([matchUrl(path, at(path)), matchUrl(`${folder}/**`, at(path)), matchUrl(`/${segments.map(() => '*').join('/')}`, at(path))]).toEqual([true, true, true]);
      }),
    );
  });
});

describe('parseDuration()', () => {
  it.each([['0s', 0], ['30s', 30_000], ['1.5m', 90_000], ['12h', 43_200_000], ['90d', 7_776_000_000], ['never', Infinity], ['session', Infinity]])('%s is %d ms', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });
});
