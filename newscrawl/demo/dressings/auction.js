var pasang=window.pasang=window.pasang||{};pasang.que=pasang.que||[];pasang.timeout=1400;pasang.floor={currency:"IDR",enforce:true,default:1850};
window.iklan=window.iklan||{cmd:[],slots:{},define:function(p,s,i){this.slots[i]={path:p,sizes:s,id:i,map:null,targeting:{}};return this.slots[i]}};
(function(w,d){function width(){return Math.max(d.documentElement.clientWidth,w.innerWidth||0)}
function fits(s){return s[0]<=width()}function refresh(ids){ids.forEach(function(i){var s=w.iklan.slots[i];if(s){s.sizes=s.sizes.filter(fits)}})}
pasang.que.push(function(){pasang.setConfig&&pasang.setConfig({bidderTimeout:pasang.timeout,priceGranularity:{buckets:[{precision:2,min:0,max:5,increment:.05},{precision:2,min:5,max:20,increment:.5}]},
userSync:{filterSettings:{iframe:{bidders:"*",filter:"include"}},syncsPerBidder:3,syncDelay:4500},enableSendAllBids:false,useBidCache:true})});
pasang.que.push(function(){pasang.addAdUnits&&pasang.addAdUnits(w.__units||[])});
var sent=false;function go(){if(sent){return}sent=true;w.iklan.cmd.push(function(){refresh(Object.keys(w.iklan.slots))})}
pasang.que.push(function(){pasang.requestBids?pasang.requestBids({bidsBackHandler:go,timeout:pasang.timeout}):go()});w.setTimeout(go,3200)})(window,document);
