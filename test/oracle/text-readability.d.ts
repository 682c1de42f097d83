declare module 'text-readability' {
  const readability: { fleschKincaidGrade(text: string): number; daleChallReadabilityScore(text: string): number };
  export default readability;
}
