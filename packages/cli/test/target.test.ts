import { probeTarget, reportAnswer, reportFailure } from '../src/target/probe.ts';
import { shownUrl } from '../src/target/shown-url.ts';

it.each([
  ['https://n8n.example.com/webhook/1/webhook', 'https://n8n.example.com/webhook/1/webhook'],
  [
    'https://example.com:8443/hook?token=secret&siteId=7',
    'https://example.com:8443/hook?token=***&siteId=***',
  ],
  ['https://user:secret@example.com/#secret', 'https://***@example.com/'],
  ['https://example.com/hook?secret', 'https://example.com/hook?***'],
  ['https://example.com/hook?siteId=7&secret=', 'https://example.com/hook?siteId=***&***'],
  ['arn:aws:lambda:ap-south-1:1:function:hook', 'arn:aws:lambda:ap-south-1:1:function:hook'],
  ['not a url?secret', 'not a url?***'],
])('shows %s as %s', (url, shown) => {
  expect(shownUrl(url)).toBe(shown);
});

it.each([
  [404, '', 'gone'],
  [410, 'POST', 'gone'],
  [204, 'OPTIONS', 'gone'],
  [500, 'OPTIONS', 'gone'],
  [204, 'OPTIONS, POST', 'answers'],
  [200, '', 'answers'],
  [401, '', 'answers'],
  [405, 'GET', 'answers'],
  [302, '', 'answers'],
  [502, '', 'unknown'],
])('takes the answer %d with the methods "%s" for: %s', (status, methods, state) => {
  expect(reportAnswer(status, methods).state).toBe(state);
});

it.each([
  [{ code: 'ENOTFOUND' }, 'gone'],
  [{ code: 'ECONNREFUSED' }, 'gone'],
  [{ code: 'EAI_AGAIN' }, 'unknown'],
  [{ code: 'ECONNRESET' }, 'unknown'],
  [{ code: 'CERT_HAS_EXPIRED' }, 'unknown'],
  [{ name: 'TimeoutError' }, 'unknown'],
])('takes the failure %j for: %s', (failure, state) => {
  expect(reportFailure(Object.assign(new Error(), failure)).state).toBe(state);
});

it('takes what is no address for unknown', async () => {
  expect(await probeTarget('not a url')).toMatchObject({ state: 'unknown' });
});
