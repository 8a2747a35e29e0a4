import { checkTarget, isSameTarget } from '../../src/subscription/target.ts';

const platform = new URL('https://api.example.org/v1');
const simulator = new URL('http://127.0.0.1:4600/ally');

describe('a target URL', () => {
  it.each([
    'https://n8n.example.com/webhook/1',
    'https://hooks.zapier.com/hooks/standard/1/2/',
    'https://203.0.113.7/webhook',
    'https://[2001:db8::7]/webhook',
    'https://172.15.0.1/x',
    'https://172.32.0.1/x',
    'https://100.63.0.1/x',
    'https://100.128.0.1/x',
    'https://localhost.example.com/x',
  ])('may be %s', (url) => {
    expect(() => checkTarget(url, platform)).not.toThrow();
  });

  it.each([
    'nonsense',
    'http://n8n.example.com/webhook/1',
    'https://localhost/x',
    'https://localhost./x',
    'https://LOCALHOST/x',
    'https://n8n.localhost/x',
    'https://n8n.local/x',
    'https://n8n.internal/x',
    'https://n8n.internal./x',
    'https://n8n/x',
    'https://n8n./x',
    'https://127.0.0.1/x',
    'https://2130706433/x',
    'https://0x7f.1/x',
    'https://0.0.0.0/x',
    'https://10.1.2.3/x',
    'https://172.16.0.1/x',
    'https://172.31.255.255/x',
    'https://192.168.0.1/x',
    'https://169.254.169.254/latest/meta-data',
    'https://100.64.0.1/x',
    'https://100.127.255.255/x',
    'https://[::]/x',
    'https://[::1]/x',
    'https://[fc00::1]/x',
    'https://[fd12:3456::1]/x',
    'https://[fe80::1]/x',
  ])('may not be %s', (url) => {
    expect(() => checkTarget(url, platform)).toThrow(expect.objectContaining({ code: 'target-unreachable' }));
  });

  it.each(['https://[::ffff:127.0.0.1]/x', 'https://[::ffff:7f00:1]/x', 'https://[::ffff:10.0.0.1]/x'])(
    'may not hide a private address as %s, a bug of others',
    (url) => {
      expect(() => checkTarget(url, platform)).toThrow(
        expect.objectContaining({ code: 'target-unreachable' }),
      );
    },
  );

  it('may be this very machine where the platform is on it as well, and nothing else', () => {
    expect(() => checkTarget('http://localhost:5678/webhook/1', simulator)).not.toThrow();
    expect(() => checkTarget('http://192.168.0.1/webhook/1', simulator)).toThrow();
  });
});

describe('comparing target URLs', () => {
  it.each([
    ['https://a.example/x', 'https://A.EXAMPLE:443/x', true],
    ['https://a.example', 'https://a.example/', true],
    ['https://a.example/x', 'https://a.example/x/', false],
    ['https://a.example/x', 'https://a.example/x?y', false],
    ['https://a.example/x', 'https://a.example/xy', false],
    ['https://a.example/x', 'http://a.example/x', false],
    ['nonsense', 'nonsense', true],
    ['nonsense', 'nonsense2', false],
  ])('finds %s and %s the same: %s', (left, right, same) => {
    expect(isSameTarget(left, right)).toBe(same);
  });
});
