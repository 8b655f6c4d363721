// Layouts of Cytoscape that bring no types of their own.
declare module "cytoscape-dagre" {
  const extension: cytoscape.Ext;
  export default extension;
}
declare module "cytoscape-fcose" {
  const extension: cytoscape.Ext;
  export default extension;
}
