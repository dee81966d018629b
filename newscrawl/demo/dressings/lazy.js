(function(w,d){"use strict";var sel="img[data-src],iframe[data-src]",margin="240px 0px";
function load(el){var s=el.getAttribute("data-src"),ss=el.getAttribute("data-srcset");if(ss){el.setAttribute("srcset",ss);el.removeAttribute("data-srcset")}
if(s){el.setAttribute("src",s);el.removeAttribute("data-src")}el.classList.remove("lazy");el.classList.add("lazy-done")}
function all(){var l=d.querySelectorAll(sel);for(var i=0;i<l.length;i++){load(l[i])}}
function start(){if(!("IntersectionObserver" in w)){all();return}
var o=new IntersectionObserver(function(es){es.forEach(function(e){if(e.isIntersecting){load(e.target);o.unobserve(e.target)}})},{rootMargin:margin});
var l=d.querySelectorAll(sel);for(var i=0;i<l.length;i++){o.observe(l[i])}}
if(d.readyState==="loading"){d.addEventListener("DOMContentLoaded",start)}else{start()}
w.addEventListener("load",function(){w.setTimeout(all,1200)})})(window,document);
