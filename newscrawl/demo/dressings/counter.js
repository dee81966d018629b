(function(w,d,h,p){var q=w.hitung=w.hitung||function(){(q.a=q.a||[]).push([+new Date(),arguments])};q.v="3.4.1";q.h=h;q.p=p;
function vid(){var m=d.cookie.match(/(?:^|;\s*)_hv=([\w.-]+)/);if(m){return m[1]}var v=(+new Date()).toString(36)+"."+Math.random().toString(36).slice(2,10);
d.cookie="_hv="+v+";path=/;max-age=33696000;samesite=lax";return v}
function depth(){var b=d.documentElement,t=b.scrollTop||d.body.scrollTop,s=b.scrollHeight-b.clientHeight;return s>0?Math.round(100*t/s):0}
var top=0;w.addEventListener("scroll",function(){var x=depth();if(x>top){top=x}},{passive:true});
q("set","visitor",vid());q("set","lang",d.documentElement.lang);q("set","ref",d.referrer);q("send","view",(w.dataLayer||[])[0]||{});
w.addEventListener("pagehide",function(){q("send","leave",{depth:top,time:Math.round(w.performance?performance.now():0)})});
d.addEventListener("click",function(e){var a=e.target.closest?e.target.closest("a[data-track]"):null;if(a){q("send","click",{label:a.getAttribute("data-track"),to:a.href})}});
})(window,document,"hit.hitungpembaca.test","/c/v3");
