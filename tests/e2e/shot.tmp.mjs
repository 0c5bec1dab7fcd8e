import { chromium } from "playwright-core";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox","--disable-gpu","--disable-quic","--no-first-run","--disable-background-networking","--disable-component-update","--disable-sync","--disable-dev-shm-usage"] });
const shots = [["w","",1280,860,"light"],["wq","#q=protectionism&claim=c10",1280,860,"light"],["dark","#speaker=guo-jiakun&form=direct",1280,860,"dark"],["ent","#entity=european-commission",1280,860,"light"],["claims","#view=claims",1280,860,"light"],["mid","",768,1000,"light"],["nar","#claim=c8",360,740,"light"],["nard","#entity=guo-jiakun",360,740,"dark"]];
const only=process.argv[2];
for (const [n,h,w,ht,cs] of shots) { if(only&&!only.split(",").includes(n)) continue;
  const p = await b.newPage({ viewport:{width:w,height:ht}, colorScheme: cs });
  p.on("console", m=>console.log(n,m.type(),m.text())); p.on("pageerror",e=>console.log(n,"ERR",e.message));
  await p.goto("http://127.0.0.1:8123/"+h); await p.waitForSelector("[data-ready]",{timeout:8000}).catch(e=>console.log(n,"not ready"));
  await p.screenshot({ path: "/tmp/shots/"+n+".png" }); await p.close();
}
await b.close();
