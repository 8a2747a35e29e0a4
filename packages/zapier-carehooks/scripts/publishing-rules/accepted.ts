/** Findings that we know of and leave, because the platforms leave no other way. */
export interface Accepted {
  readonly rule: string;
  readonly where: RegExp;
  readonly reason: string;
}

export const accepted: readonly Accepted[] = [
  {
    rule: 'D001',
    where: /^triggers\.\w+\.webhook_secret$/,
    reason:
      'D001: each webhook that a person makes has a secret of its own, and each Zap a webhook of its own, so that the connection cannot hold it.',
  },
  {
    rule: 'D004',
    where: /^triggers\.\w+\.site_id$/,
    reason: 'D004: the API has no list of all sites to fill a drop-down from.',
  },
  {
    rule: 'D017',
    where: /^triggers\.\w+$/,
    reason:
      'D017: the platform lets a webhook be made by a person only, or by people with more rights. An app with such triggers stays private.',
  },
];
