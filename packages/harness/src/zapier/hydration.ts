const POINTER = /^hydrate\|\|\|(.*)\|\|\|hydrate$/s;
const HOIST = '$HOIST$';

/** What z.dehydrate puts in place of a value: the method that fetches it, and its input. */
interface Pointer {
  type: 'method' | 'file';
  method: string;
  bundle: Record<string, unknown>;
}

/** Calls a hydrator of the app. */
export type Hydrator = (method: string, inputData: Record<string, unknown>) => Promise<unknown>;

/** Replaces pointers anywhere in `value` by what they point to. File pointers stay: Zapier resolves them on use. */
export async function hydrate(value: unknown, call: Hydrator): Promise<unknown> {
  if (typeof value === 'string') return await resolve(value, call);
  if (Array.isArray(value)) return await Promise.all(value.map((entry) => hydrate(entry, call)));
  if (typeof value !== 'object' || value === null) return value;
  const resolved = await Promise.all(
    Object.entries(value).map(async ([key, entry]) => [key, await hydrate(entry, call)] as const),
  );
  const { [HOIST]: hoisted, ...own } = Object.fromEntries(resolved);
  return { ...own, ...(hoisted as Record<string, unknown> | undefined) };
}

async function resolve(text: string, call: Hydrator): Promise<unknown> {
  const json = POINTER.exec(text)?.[1];
  if (json === undefined) return text;
  const pointer = JSON.parse(json) as Pointer;
  return pointer.type === 'file' ? text : await call(pointer.method, pointer.bundle);
}
