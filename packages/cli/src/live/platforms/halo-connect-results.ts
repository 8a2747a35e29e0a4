import { type Exchange, type JsonValue, settingOf, haloConnect } from '@carehooks/core';
import type { LiveCheck } from '../check.ts';
import { rowsIn, textIn } from '../checks/json.ts';
import { change, confirmed, type Finding, open } from '../finding.ts';
import { fieldsOf, shown } from '../shown.ts';

/** The rows of a registered query, the only ones that need no query of our own. */
export const resultsCheck: LiveCheck = {
  id: 'row-format',
  question: 'What is inside the data of a result?',
  concerns: { file: 'packages/core/src/platforms/halo-connect/rows.ts', point: 'readRows' },
  kind: 'api',
  *ask({ connection }): Exchange<Finding> {
    const site = settingOf(connection, haloConnect.settings, 'siteId');
    if (site === '') return open(shown`Not asked: set \`CAREHOOKS_HALO_CONNECT_SITE_ID\`.`);
    const queries = ['integrator', 'sites', site, 'queries', 'registered'];
    const listed = yield { path: queries };
    for (const query of rowsIn(listed.body)) {
      const answer = yield { path: [...queries, textIn(query, 'id') ?? '', 'results'], expect: [404, 410] };
      const data = textIn(answer.body, 'data');
      if (data !== null && data !== '') return judge(data);
    }
    return open(shown`No registered query of the site has a result.`);
  },
};

function judge(data: string): Finding {
  const rows = parse(Buffer.from(data, 'base64').toString('utf8'));
  if (rows === undefined) return change(shown`It is no JSON.`, shown`read the format that it is in`);
  const observed = shown`It is JSON: ${fieldsOf(rows)}.`;
  const isList = Array.isArray(rows) && rows.every((row) => typeof row === 'object' && !Array.isArray(row));
  return isList ? confirmed(observed) : change(observed, shown`read rows of this shape`);
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    // The error would quote a row.
    return undefined;
  }
}
