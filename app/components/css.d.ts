// build.mjs gives a stylesheet as text, for the component's shadow root.
declare module "*.css" {
  const text: string;
  export default text;
}
