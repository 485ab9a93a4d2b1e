/**
 * Prints the time of some work in ms, and by how many bytes it raises the peak of the process.
 * @param {() => unknown} work
 */
export async function printCost(work) {
  const peak = () => process.resourceUsage().maxRSS * 1024;
  const [before, start] = [peak(), performance.now()];
  await work();
  const time = performance.now() - start;
  process.stdout.write(JSON.stringify({ time, memory: peak() - before }));
}
