(function(w,d){var key="__push_asked",days=14;function asked(){try{var t=+w.localStorage.getItem(key);return t&&(Date.now()-t)<days*864e5}catch(e){return true}}
function remember(){try{w.localStorage.setItem(key,String(Date.now()))}catch(e){}}
function show(){var b=d.getElementById("push-prompt");if(!b||asked()){return}b.hidden=false;b.addEventListener("click",function(e){
var t=e.target.getAttribute("data-push");if(!t){return}remember();b.hidden=true;if(t==="yes"&&w.Notification&&Notification.permission==="default"){Notification.requestPermission()}})}
var reads=0;try{reads=(+w.sessionStorage.getItem("reads")||0)+1;w.sessionStorage.setItem("reads",String(reads))}catch(e){}
if(reads>2){w.setTimeout(show,9000)}})(window,document);
