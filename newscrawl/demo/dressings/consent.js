(function(w,d){var n="persetujuan_v2",s=null;try{s=JSON.parse(w.localStorage.getItem(n)||"null")}catch(e){s=null}
w.__consent=w.__consent||{state:s||{necessary:true,statistics:false,personalised:false},queue:[],ready:function(f){this.queue.push(f)},
has:function(k){return !!this.state[k]},save:function(v){this.state=v;try{w.localStorage.setItem(n,JSON.stringify(v))}catch(e){}
for(var i=0;i<this.queue.length;i++){try{this.queue[i](v)}catch(e){}}this.queue=[];var b=d.getElementById("consent-bar");if(b){b.hidden=true}}};
d.addEventListener("click",function(e){var t=e.target.closest?e.target.closest("[data-consent]"):null;if(!t){return}
var all=t.getAttribute("data-consent")==="all";w.__consent.save({necessary:true,statistics:all,personalised:all})});})(window,document);
