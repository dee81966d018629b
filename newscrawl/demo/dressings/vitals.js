(function(w){if(!w.PerformanceObserver){return}var r={cls:0,lcp:0,fid:null,ttfb:null},u="/rum";
function on(t,f){try{new PerformanceObserver(function(l){l.getEntries().forEach(f)}).observe({type:t,buffered:true})}catch(e){}}
on("layout-shift",function(e){if(!e.hadRecentInput){r.cls+=e.value}});on("largest-contentful-paint",function(e){r.lcp=Math.round(e.startTime)});
on("first-input",function(e){r.fid=Math.round(e.processingStart-e.startTime)});on("navigation",function(e){r.ttfb=Math.round(e.responseStart)});
w.__vitals=r;w.addEventListener("pagehide",function(){if(w.hitung){w.hitung("send","vitals",r)}});
w.onerror=(function(old){return function(m,s,l,c){(w.__errors=w.__errors||[]).push([String(m).slice(0,180),s,l,c]);return old?old.apply(this,arguments):false}})(w.onerror);
})(window);
