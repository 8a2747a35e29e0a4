/** The key of the input field for a name of the core: `site_id` for `siteId`. */
export function toFieldKey(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}
