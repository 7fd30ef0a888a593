import { clientFor, createClient } from '@askwell/client';
import { endpointFault } from '@askwell/client/endpoint.js';
import { describe, expect, it } from 'vitest';

describe('endpointFault', () => {
  it.each<[string, string, ReturnType<typeof endpointFault>]>([
    ['/feedback', 'https://shop.example/a/b', undefined],
    ['feedback?x=1', 'https://shop.example/a/b', undefined],
    ['/feedback', 'http://intranet/a', undefined],
    ['/feedback', 'capacitor://localhost/index.html', undefined],
    ['https://other.example/f', 'http://intranet/a', undefined],
    ['//other.example/f', 'https://shop.example/', undefined],
    ['//other.example/f', 'http://shop.example/', 'scheme'],
    ['http://other.example/f', 'https://shop.example/', 'scheme'],
    ['http://shop.example/f', 'https://shop.example/', 'scheme'],
    ['http://shop.example:8080/f', 'http://shop.example/', 'scheme'],
    ['http://localhost:3000/f', 'https://shop.example/', undefined],
    ['http://127.0.0.1/f', 'https://shop.example/', undefined],
    ['http://[::1]:9/f', 'https://shop.example/', undefined],
    ['http://localhost.evil.example/f', 'https://shop.example/', 'scheme'],
    ['http://127.0.0.1.evil.example/f', 'https://shop.example/', 'scheme'],
    ['http://not-localhost/f', 'https://shop.example/', 'scheme'],
    ['ftp://localhost/f', 'https://shop.example/', 'scheme'],
    ['javascript:alert(1)', 'https://shop.example/', 'scheme'],
    ['data:text/plain,x', 'https://shop.example/', 'scheme'],
    ['blob:https://shop.example/1', 'https://shop.example/', 'scheme'],
    ['ftp://shop.example/f', 'https://shop.example/', 'scheme'],
    ['file:///a/f', 'file:///home/page.html', 'scheme'],
    ['https://user@shop.example/f', 'https://shop.example/', 'userinfo'],
    ['https://:secret@other.example/f', 'https://shop.example/', 'userinfo'],
    ['/f#part', 'https://shop.example/', 'fragment'],
    ['/f#', 'https://shop.example/', 'fragment'],
    ['https://', 'https://shop.example/', 'url'],
    ['/f', 'about:blank', 'url'],
  ])('of %s in %s is %s', (url, base, fault) => {
    expect(endpointFault(url, base)).toBe(fault);
  });

  it.each([
    ['http://u.example/', 'endpoint="http://u.example/" is refused (scheme). Use https or this site.'],
    ['https://', 'endpoint="https://" is refused (url). Use https or this site.'],
    ['about:blank', 'No endpoint is set.'],
  ])('is told, with what to do: %s', (endpoint, message) => {
    globalThis.document = { baseURI: 'https://shop.example/' } as Document;
    try {
      for (const open of [clientFor, (url: string) => createClient({ endpoint: url })]) {
        expect(() => open(endpoint)).toThrow(expect.objectContaining({ name: 'AskwellError', code: 'invalid-endpoint', message }));
      }
    } finally {
      delete (globalThis as { document?: Document }).document;
    }
  });

  it('keeps a client from being made', () => {
    expect(() => createClient({ endpoint: 'https://u:p@receiver.example/' })).toThrow(expect.objectContaining({ code: 'invalid-endpoint' }));
    expect(() => createClient({ endpoint: '/relative-without-a-page' })).toThrow(expect.objectContaining({ code: 'invalid-endpoint' }));
  });
});
