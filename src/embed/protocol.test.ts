import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedOrigins, type Conversation, hear } from './protocol.ts';

const HOST = 'https://docs.example';
const fresh: Conversation = { allowed: [HOST], host: null };
const hello = { csp: 1, type: 'hello' };

describe('the conversation with a host', () => {
  it('begins with hello, from an allowed origin only', () => {
    expect(hear(fresh, 'https://evil.example', hello)).toEqual({
      conversation: fresh,
      message: null,
      error: null,
    });
    const { conversation, error } = hear(fresh, HOST, hello);
    expect(error).toBeNull();
    expect(conversation.host).toBe(HOST);
  });

  it('takes no wish before hello, and none from another allowed origin than said it', () => {
    const wish = { csp: 1, type: 'export' };
    expect(hear(fresh, HOST, wish).error).toBe('helloFirst');
    const two = { allowed: [HOST, 'https://other.example'], host: HOST };
    expect(hear(two, 'https://other.example', wish)).toMatchObject({
      message: null,
      error: 'helloFirst',
    });
    expect(hear(two, HOST, wish)).toMatchObject({ message: wish, error: null });
  });

  it.each([
    [{ csp: 2, type: 'hello' }, 'badVersion'],
    [{ csp: 1, type: 'shout' }, 'badMessage'],
    [{ csp: 1, type: 'setTheme', theme: 'pink' }, 'badMessage'],
    [{ csp: 1, type: 'select', relationship: 'e1', more: 1 }, 'badMessage'],
    [{ csp: 1, type: 'load' }, 'badMessage'],
    [{ csp: 1, type: 'load', course: 7 }, 'badMessage'],
    [{ csp: 1, type: 'load', course: '', scenario: '' }, 'badMessage'],
    [{ csp: 1, type: 'change', scenario: '' }, 'badMessage'],
    [{ csp: 1, type: 'result', points: 1 }, 'badMessage'],
  ])('answers %j with %s', (data, error) => {
    const greeted = { ...fresh, host: HOST };
    expect(hear(greeted, HOST, data)).toEqual({ conversation: greeted, message: null, error });
  });

  it.each(['scenario', 'chain', 'shared', 'course'])('reads load with %s', (form) => {
    const message = { csp: 1, type: 'load', [form]: 'microsoft' };
    expect(hear({ ...fresh, host: HOST }, HOST, message)).toMatchObject({ message, error: null });
  });

  it('is not moved by ten thousand messages of anything', () => {
    const almost = fc.record(
      {
        csp: fc.oneof(fc.constant(1), fc.anything()),
        type: fc.oneof(fc.constantFrom('load', 'select', 'setLanguage', 'setTheme'), fc.string()),
        relationship: fc.oneof(fc.double(), fc.array(fc.string())),
        language: fc.string({ minLength: 8 }),
        theme: fc.string({ minLength: 6 }),
        scenario: fc.object(),
        course: fc.oneof(fc.object(), fc.array(fc.string())),
      },
      { requiredKeys: ['csp', 'type'] },
    );
    const greeted = { ...fresh, host: HOST };
    fc.assert(
      fc.property(
        fc.oneof(fc.anything({ withBigInt: true, withMap: true }), almost),
        fc.constantFrom(HOST, 'https://evil.example', 'null'),
        (data, origin) => {
          const heard = hear(greeted, origin, data);
          expect(heard.conversation).toBe(greeted);
          expect(heard.message).toBeNull();
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('has its allow-list from the address', () => {
    expect(allowedOrigins(null, HOST)).toEqual([HOST]);
    expect(allowedOrigins('https://a.example/page, http://b:8080 null nonsense', HOST)).toEqual([
      'https://a.example',
      'http://b:8080',
      'null',
    ]);
    expect(allowedOrigins('', HOST)).toEqual([]);
  });
});
