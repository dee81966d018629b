(function(w,d){w.__players=w.__players||[];var conf={autoplay:"viewport",muted:true,floating:{desktop:true,mobile:false,corner:"br"},controls:["play","progress","time","volume","quality","full"],
quality:[{label:"360p",h:360,b:700},{label:"480p",h:480,b:1200},{label:"720p",h:720,b:2400}],skip:{after:5,label:"Lewati"},preroll:{tag:"http://tayang.videopesona.test/vmap?pub=",timeout:4e3,max:2}};
function boot(el){if(el.__ready){return}el.__ready=true;w.__players.push({el:el,id:el.getAttribute("data-video"),conf:conf,state:"idle"})}
function scan(){var l=d.querySelectorAll("[data-video]");for(var i=0;i<l.length;i++){boot(l[i])}}
if(d.readyState==="loading"){d.addEventListener("DOMContentLoaded",scan)}else{scan()}
if(w.MutationObserver){new MutationObserver(scan).observe(d.documentElement,{childList:true,subtree:true})}})(window,document);
