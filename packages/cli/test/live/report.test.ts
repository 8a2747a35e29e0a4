import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveReport } from '../../src/live/report.ts';

it('keeps the reports of earlier runs', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'carehooks-report-'));
  const texts = ['first', 'second', 'third'];
  const paths: string[] = [];
  for (const text of texts) paths.push(await saveReport(folder, 'live-report-ally-2026-01-15', text));
  expect(paths).toEqual(
    ['', '-2', '-3'].map((number) => join(folder, `live-report-ally-2026-01-15${number}.md`)),
  );
  expect(await Promise.all(paths.map((path) => readFile(path, 'utf8')))).toEqual(texts);
  await rm(folder, { recursive: true });
});
