/** A URL as it is shown: a password or a token in it could open the target, so what follows `?` and `#` is masked. */
export function shownUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.host === '') return text.replace(/[?#].*$/s, '?***');
  const login = url.username === '' && url.password === '' ? '' : '***@';
  const query = [...url.searchParams.keys()].map((name) => `${encodeURIComponent(name)}=***`).join('&');
  return `${url.protocol}//${login}${url.host}${url.pathname}${query === '' ? '' : `?${query}`}`;
}
