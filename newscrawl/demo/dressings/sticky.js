(function(w,d){var last=0,ticking=false,threshold=180;function menu(){return d.getElementById("menu-besar")}
function paint(){var y=w.pageYOffset,b=d.body;b.classList.toggle("is-scrolled",y>threshold);b.classList.toggle("is-up",y<last);last=y;ticking=false}
w.addEventListener("scroll",function(){if(!ticking){ticking=true;w.requestAnimationFrame(paint)}},{passive:true});
d.addEventListener("click",function(e){var t=e.target.closest?e.target.closest("[data-toggle]"):null;if(!t){return}
var m=menu();if(!m){return}var open=m.classList.toggle("is-open");t.setAttribute("aria-expanded",open?"true":"false");
var first=open&&m.querySelector("a");if(first){first.focus()}});
d.addEventListener("keydown",function(e){if(e.key==="Escape"){var m=menu();if(m){m.classList.remove("is-open")}}});})(window,document);
