/**
 * Lines of the changelogs: what changed, after a link to its commit. GitHub itself is not asked, so that versions can be
 * made anywhere. https://github.com/changesets/changesets/blob/main/docs/modifying-changelog-format.md
 */
export async function getReleaseLine({ summary, commit }, _type, { repo }) {
  const [first, ...others] = summary.trim().split('\n');
  const lead = commit === undefined ? '' : `${linkTo(commit, repo)}: `;
  return [`- ${lead}${first}`, ...others.map((line) => `  ${line}`.trimEnd())].join('\n');
}

/** Nothing is said of packages of the workspace: what they bring has entries of its own. */
export async function getDependencyReleaseLine() {
  return '';
}

const linkTo = (commit, repo) =>
  `[\`${commit.slice(0, 7)}\`](https://github.com/${repo}/commit/${commit.slice(0, 7)})`;
