window._setelanEmosi={baseUrl:"http://aset.rangkawarta.test/emoji/14/72x72/",ext:".png",svgUrl:"http://aset.rangkawarta.test/emoji/14/svg/",svgExt:".svg",source:{concatemoji:"/assets/app.js"}};
(function(w,d,s){var c=d.createElement("canvas"),x=c.getContext&&c.getContext("2d"),i,t=["flag","emoji"],done={everything:true,everythingExceptFlag:true};
function same(a,b){if(!x){return false}x.clearRect(0,0,c.width,c.height);x.fillText(a,0,0);var p=c.toDataURL();x.clearRect(0,0,c.width,c.height);x.fillText(b,0,0);return p===c.toDataURL()}
function knows(k){if(!x||!x.fillText){return false}x.textBaseline="top";x.font="600 32px Arial";switch(k){case "flag":return !same("\ud83c\uddfa\u200d\ud83c\uddf3","\ud83c\uddfa\u200b\ud83c\uddf3");
case "emoji":return !same("\ud83e\udef1\u200d\ud83e\udef2","\ud83e\udef1\u200b\ud83e\udef2")}return false}
for(i=0;i<t.length;i++){done[t[i]]=knows(t[i]);done.everything=done.everything&&done[t[i]];if(t[i]!=="flag"){done.everythingExceptFlag=done.everythingExceptFlag&&done[t[i]]}}
s.supports=done;s.DOMReady=false;s.readyCallback=function(){s.DOMReady=true};})(window,document,window._setelanEmosi);
