// One line a number: what, ours, and what it is measured against.
export function heading(text) {
  console.log(`\n${text}`);
}

export function row(what, ours, beside = '') {
  console.log(`  ${what.padEnd(52)}${String(ours).padStart(16)}   ${beside}`.trimEnd());
}

export const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

export function percentile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
