import { serveJson } from './serve-json.ts';

type Row = Readonly<Record<string, unknown>>;

interface Upsert {
  readonly records: ReadonlyArray<{ readonly require: Row; readonly fields: Row }>;
}

export interface Grist {
  /** For n8n's credential. */
  readonly credential: { readonly url: string; readonly apiKey: string };
  readonly documentId: string;
  /** Of the table `Appointments`. */
  readonly rows: readonly Row[];
  close(): Promise<void>;
}

/** A document with one table, whose rows can be added or updated: https://support.getgrist.com/api/ */
export async function startGrist(): Promise<Grist> {
  const [apiKey, documentId] = ['key-of-the-account', 'document-of-the-clinic'];
  const rows: Row[] = [];
  const route = `PUT /api/docs/${documentId}/tables/Appointments/records`;
  const { url, close } = await serveJson(({ method, path, authorization, body }) => {
    if (authorization !== `Bearer ${apiKey}`) return { status: 401, body: { error: 'Access denied' } };
    if (`${method} ${path}` !== route) return { status: 404, body: { error: 'Not found' } };
    return {
      status: 200,
      body: { recordIds: (body as Upsert).records.map((record) => [put(rows, record)]) },
    };
  });
  return { credential: { url, apiKey }, documentId, rows, close };
}

/** Updates the first row that has all that is required, or adds one. */
function put(rows: Row[], { require, fields }: Upsert['records'][number]): number {
  const required = Object.entries(require);
  const found = rows.findIndex((row) => required.every(([column, value]) => row[column] === value));
  const index = found === -1 ? rows.length : found;
  rows[index] = { ...rows[index], ...require, ...fields };
  return index + 1;
}
