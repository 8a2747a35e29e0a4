/** Sizes of bodies: a lean event, a full appointment, a batch. */
export const sizes = [
  { label: '600 B', bytes: 600 },
  { label: '20 KB', bytes: 20 * 1024 },
  { label: '256 KB', bytes: 256 * 1024 },
] as const;

/** An appointment as JSON of about that many bytes, made of records with numbers, texts and flags as real ones are. */
export function bodyOf(bytes: number): Buffer {
  const record = (index: number) => ({
    id: `rec_${index}`,
    note: 'Wound is clean and dry.',
    value: index / 4,
    done: true,
  });
  const frame = (records: object[]) =>
    Buffer.from(
      JSON.stringify({
        data: {
          id: 'apt_9HRUhuDrE9x882Tgx2',
          status: 'completed',
          createdAt: '2026-01-15T09:00:00.000Z',
          updatedAt: '2026-01-15T09:30:00.000Z',
          records,
        },
      }),
    );
  const one = JSON.stringify(record(1000)).length + 1;
  const count = Math.max(0, Math.floor((bytes - frame([]).length) / one));
  return frame(Array.from({ length: count }, (_, index) => record(index)));
}
