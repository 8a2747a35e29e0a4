import { type JsonObject, larkmereDiary } from '@carehooks/core';
import { Collection } from '../../store/collection.ts';

export type Row = JsonObject & { readonly id: string };

/** The records of one practice: https://developers.larkmere.example/api */
export interface Practice {
  readonly bookings: Collection<Row>;
  readonly clients: Collection<Row>;
}

/** The bookings of the recorded deliveries, and a client for each of them, so that all can be expanded. */
export function seed(): Practice {
  const told = Object.values(larkmereDiary.samples.fixtures).flatMap((body) =>
    larkmereDiary.envelope.open(body),
  );
  const bookings = told.flatMap((event) => (event === null ? [] : [event.entity as Row]));
  const clients = bookings.map(({ client_id }, index) => toClient(String(client_id), index));
  return { bookings: new Collection(bookings), clients: new Collection(clients) };
}

const firstNames = ['Noor', 'Emil', 'Wanda'];

function toClient(id: string, index: number): Row {
  const name = firstNames[index % firstNames.length] ?? '';
  return { id, first_name: name, last_name: 'Example', email: `${name.toLowerCase()}@example.com` };
}
