/** The address of a file that the build serves from our own origin (Vite, "explicit URL imports"). */
declare module '*?url' {
  const address: string
  export default address
}
