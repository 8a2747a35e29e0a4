/**
 * A URL as it is shown: a password or a token in it could open the target, so what follows `?` and `#` is masked. The name
 * of a parameter stays, unless it has no value and may be the token itself.
 */
export function shownUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.host === '') return text.replace(/[?#].*$/s, '?***');
  const login = url.username === '' && url.password === '' ? '' : '***@';
  const query = [...url.searchParams]
    .map(([name, value]) => (value === '' ? '***' : `${encodeURIComponent(name)}=***`))
    .join('&');
  return `${url.protocol}//${login}${url.host}${url.pathname}${query === '' ? '' : `?${query}`}`;
}
