/** n8n marks the parts of its pages for its own tests, and these marks change less than anything else there. */
export function testId(id: string): string {
  return `[data-test-id="${id}"]`;
}
