document.documentElement.classList.add('js');
const explored = JSON.parse(document.getElementById('explored').textContent);
const retained = document.getElementById('retained');
const icicle = new Icicle(retained, treeOf(explored));
icicleTools(retained, icicle, explored.compared);
icicle.tell(icicle.root);
linkSuspects(explored, icicle);
document.querySelectorAll('.scroll > table').forEach(explorable);
explorablePicture(document.getElementById('picture'));
if (explored.growth) {
  growthChart(document.getElementById('growth'), explored);
}
openForPrint();
window.addEventListener('hashchange', () => follow(icicle));
if (location.hash) {
  follow(icicle);
}
