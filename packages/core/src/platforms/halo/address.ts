import { type Connection, settingOf } from '../../connection.ts';
import { settings } from './settings.ts';

/** Where the API answers. HALO's address is taken as people copy it: with or without `https://`, slash and `/api`. */
export function apiUrl(connection: Connection): string {
  const entered = settingOf(connection, settings, 'haloUrl').trim();
  if (entered === '') return '';
  const url = /^[a-z]+:\/\//i.test(entered) ? entered : `https://${entered}`;
  return `${url.replace(/\/+$/, '').replace(/\/api$/i, '')}/api`;
}

/** Where tokens are got, if the user set it: with or without `/token` at its end. */
export function ownAuthUrl(connection: Connection): string | null {
  const entered = settingOf(connection, settings, 'authUrl').trim();
  return entered === '' ? null : entered.replace(/\/+$/, '').replace(/\/token$/i, '');
}

export function segmentsOf(url: string): string[] {
  return new URL(url).pathname.split('/').filter((segment) => segment !== '');
}
