/** Waits for work no longer than so many milliseconds; fails then, while the work goes on. */
export function inTime<Result>(work: Promise<Result>, milliseconds: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('late')), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
